import { differences } from '../model/movement.js'
import { fill, h } from './dom.js'
import { problemBox } from './messages.js'
import { organizationLines } from './organizationform.js'

/**
 * Everything that was recorded of an organization, newest first: what it was, and each step of its years.
 * @param {{t: Function, format: object}} context
 * @param {() => Promise<{history: object[], steps: object[]}>} load both oldest first
 */
export function organizationHistory({ t, format }, load) {
  const host = h('div', { class: 'stack', 'aria-live': 'polite' })
  let asked = false

  async function show() {
    if (asked) return
    asked = true
    fill(host, h('p', { class: 'hint', text: t('common.loading') }))
    try {
      fill(host, h('ol', { class: 'record-history', testid: 'organization-history' }, entries(await load()).map(({ element }) => element)))
    } catch (error) {
      asked = false
      fill(host, problemBox(error, t, show))
    }
  }

  function entries({ history, steps }) {
    const all = [
      ...history.map((state, index) => ({ at: state.changedAt, element: stateItem(history[index - 1], state) })),
      ...steps.map((step) => ({ at: step.recordedAt, element: stepItem(step) })),
    ]
    return all.sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
  }

  const by = (instant, name) =>
    h('span', { class: 'muted', text: `${format.instant(instant)} · ${name === 'system' ? t('record.delivered') : name}` })

  function stateItem(before, state) {
    const changed = state.change === 'corrected' && before ? differences(organizationLines({ t, format }, before), organizationLines({ t, format }, state)) : []
    return h(
      'li',
      {},
      h('strong', { text: t(`record.change.${state.change}`) }),
      by(state.changedAt, state.changedBy),
      changed.length > 0 &&
        h(
          'ul',
          { class: 'record-changed' },
          changed.map(({ label, before: was, after }) => h('li', { text: t('record.changed', { label, before: was || '–', after: after || '–' }) })),
        ),
    )
  }

  const stepItem = ({ year, status, decisionNumber, note, recordedAt, recordedBy }) =>
    h(
      'li',
      {},
      h('strong', { text: t('organization.historyStep', { year, status: t(`status.${status}`) }) }),
      by(recordedAt, recordedBy),
      decisionNumber && h('span', { text: `${t('organization.decisionNumber')}: ${decisionNumber}` }),
      note && h('span', { text: note }),
    )

  return h(
    'details',
    { class: 'fold', testid: 'organization-history-open', on: { toggle: (event) => event.target.open && show() } },
    h('summary', { text: t('record.history') }),
    host,
  )
}
