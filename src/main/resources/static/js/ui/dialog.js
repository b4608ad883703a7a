import { focusAgain, h, newId } from './dom.js'
import { icon } from './icons.js'

/**
 * A modal window on the browser's own dialog element: it traps the focus, closes on Escape and gives the focus back.
 * @param {{title: string, t: (key: string) => string, testid?: string, wide?: boolean, onClose?: () => void,
 *   isTyped?: () => boolean, mayClose?: () => boolean}} options isTyped: something would be lost, so Escape and a click
 *   beside it do nothing; mayClose: asked by the close button
 * @param {...Node} content
 * @returns {{element: HTMLDialogElement, close: () => void}}
 */
export function openDialog({ title, t, testid, wide, onClose, isTyped = () => false, mayClose = () => true }, ...content) {
  const titleId = newId('title')
  const close = () => element.close()
  const element = /** @type {HTMLDialogElement} */ (
    h(
      'dialog',
      { class: `dialog${wide ? ' dialog-wide' : ''}`, 'aria-labelledby': titleId, testid },
      h(
        'header',
        { class: 'dialog-head' },
        h('h2', { id: titleId, text: title }),
        h(
          'button',
          { type: 'button', class: 'icon-button', 'aria-label': t('common.close'), on: { click: () => mayClose() && close() } },
          icon('close'),
        ),
      ),
      h('div', { class: 'dialog-body' }, content),
    )
  )
  const before = /** @type {HTMLElement} */ (document.activeElement)
  element.addEventListener('close', () => {
    element.remove()
    onClose?.()
    // The browser gives the focus back by itself, unless what had it is gone.
    if (document.activeElement === document.body || !document.activeElement.getClientRects().length) focusAgain(before)
  })
  element.addEventListener('cancel', (event) => isTyped() && event.preventDefault())
  element.addEventListener('click', (event) => event.target === element && !isTyped() && close())
  document.body.append(element)
  element.showModal()
  return { element, close }
}
