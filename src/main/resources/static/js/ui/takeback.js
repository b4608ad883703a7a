import { fill, h } from './dom.js'

/**
 * A button that takes a stored change of the territory back, after a second question that says how much goes.
 * @param {{t: Function, format: object, testid: string, label: string, count: number, onTakeBack: () => Promise<void>}} options
 *   label names the change for who does not see the list; onTakeBack tells its own failures
 */
export function takeBackButton({ t, format, testid, label, count, onTakeBack }) {
  const actions = h('span', { class: 'actions' })

  function offer() {
    fill(
      actions,
      h('button', { type: 'button', class: 'button', testid, 'aria-label': label, text: t('territory.takeBack'), on: { click: ask } }),
    )
  }

  function ask() {
    const sure = h('button', { type: 'button', class: 'button button-danger', testid: `${testid}-sure`, text: t('territory.takeBack') })
    sure.addEventListener('click', async () => {
      sure.disabled = true
      try {
        await onTakeBack()
      } finally {
        sure.disabled = false
      }
    })
    fill(
      actions,
      h('span', { text: t('territory.sureQuestion', { count: format.count(count) }) }),
      h('button', { type: 'button', class: 'button', text: t('common.cancel'), on: { click: offer } }),
      sure,
    )
    sure.focus()
  }

  offer()
  return actions
}
