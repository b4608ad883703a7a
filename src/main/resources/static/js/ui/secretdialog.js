import { openDialog } from './dialog.js'
import { h } from './dom.js'
import { icon } from './icons.js'

/**
 * Shows what is told this once: it cannot be closed by a click beside it.
 * @param {{t: Function}} context
 * @param {{title: string, text: string, secret: string, onClose?: () => void}} content
 */
export function openSecret({ t }, { title, text, secret, onClose }) {
  const said = h('p', { class: 'hint', role: 'status', testid: 'secret-said' })
  async function copy() {
    try {
      await navigator.clipboard.writeText(secret)
      said.textContent = t('secret.copied')
    } catch {
      // Without HTTPS there is no clipboard for pages.
      getSelection().selectAllChildren(code)
      said.textContent = t('secret.selected')
    }
  }
  const code = h('code', { class: 'secret', testid: 'secret', tabindex: '0', text: secret })
  const dialog = openDialog(
    { title, t, testid: 'secret-dialog', isTyped: () => true, onClose },
    h(
      'div',
      { class: 'stack' },
      h('p', { text }),
      code,
      h('p', { class: 'notice notice-warning' }, icon('warning'), h('span', { text: t('secret.once') })),
      said,
      h(
        'div',
        { class: 'actions' },
        h('button', { type: 'button', class: 'button button-primary', testid: 'secret-copy', text: t('secret.copy'), on: { click: copy } }),
        h('button', { type: 'button', class: 'button', testid: 'secret-done', text: t('secret.done'), on: { click: () => dialog.close() } }),
      ),
    ),
  )
}
