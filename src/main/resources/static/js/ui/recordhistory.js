import { differences } from '../model/movement.js'
import { fill, h } from './dom.js'
import { problemBox } from './messages.js'

/**
 * Everything a record ever said, newest first: who, when, why, and what differs from the state before.
 * @param {{t: Function, format: object}} context
 * @param {() => Promise<Array<{changedAt: string, changedBy: string, reason?: string|null, change?: string}>>} load oldest first
 * @param {(state: object) => Array<{label: string, text: string}>} lines
 */
export function recordHistory({ t, format }, load, lines) {
  const host = h('div', { class: 'stack', 'aria-live': 'polite' })
  let asked = false

  async function show() {
    if (asked) return
    asked = true
    fill(host, h('p', { class: 'hint', text: t('common.loading') }))
    try {
      const states = await load()
      fill(host, h('ol', { class: 'record-history', testid: 'record-history' }, states.map((_, index) => item(states, index)).reverse()))
    } catch (error) {
      asked = false
      fill(host, problemBox(error, t, show))
    }
  }

  function item(states, index) {
    const state = states[index]
    const by = state.changedBy === 'system' ? t('record.delivered') : state.changedBy
    const change = state.change ?? (index === 0 ? 'created' : 'corrected')
    const changed = index === 0 || change === 'withdrawn' ? [] : differences(lines(states[index - 1]), lines(state))
    return h(
      'li',
      {},
      h('strong', { text: t(`record.change.${change}`) }),
      h('span', { class: 'muted', text: `${format.instant(state.changedAt)} · ${by}` }),
      state.reason && h('span', { text: t('record.because', { reason: state.reason }) }),
      changed.length > 0 &&
        h(
          'ul',
          { class: 'record-changed' },
          changed.map(({ label, before, after }) =>
            h('li', { text: t('record.changed', { label, before: before || '–', after: after || '–' }) }),
          ),
        ),
    )
  }

  return h(
    'details',
    { class: 'fold', testid: 'record-history-open', on: { toggle: (event) => event.target.open && show() } },
    h('summary', { text: t('record.history') }),
    host,
  )
}
