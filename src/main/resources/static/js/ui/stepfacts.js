import { dateField } from './datefield.js'
import { field, h } from './dom.js'

/** What belongs to which step: name and kind of field. */
const FACTS = {
  registered: [
    ['resolutionNumber', 'text'],
    ['resolutionDate', 'day'],
    ['householdsTotal', 'number'],
    ['householdsRegistered', 'number'],
  ],
  self_assessed: [
    ['meetingDate', 'day'],
    ['attendeesCount', 'number'],
  ],
  under_review: [
    ['submittedOn', 'day'],
    ['appraisedOn', 'day'],
  ],
  recognised: [
    ['decisionNumber', 'text'],
    ['decisionDate', 'day'],
    ['signer', 'text'],
    ['certificateNumber', 'text'],
  ],
  not_recognised: [
    ['decisionNumber', 'text'],
    ['decisionDate', 'day'],
    ['reasons', 'long'],
  ],
  not_considered: [['reasons', 'long']],
}

const OF_AREAS_ONLY = ['householdsTotal', 'householdsRegistered']

/**
 * The fields of one step.
 * @param {{t: Function, format: object}} context
 * @param {string} status @param {string} level of the area
 * @returns {{elements: HTMLElement[], values: () => object}} values: those that are filled in, by name
 */
export function stepFacts({ t, format }, status, level) {
  const fields = (FACTS[status] ?? [])
    .filter(([name]) => level === 'residential-area' || !OF_AREAS_ONLY.includes(name))
    .map(([name, kind]) => ({ name, kind, control: control({ t, format }, status, name, kind) }))
  return {
    elements: fields.map(({ name, control: own }) =>
      field(t(`fact.${name}`), own, { hint: name === 'decisionNumber' ? t('statusForm.decisionHint') : undefined }),
    ),
    values() {
      const values = {}
      for (const { name, kind, control: own } of fields) {
        const value = own.value.trim()
        if (value) values[name] = kind === 'number' ? Number(value) : value
      }
      return values
    },
  }
}

function control({ t, format }, status, name, kind) {
  const testid = name === 'decisionNumber' ? 'status-decision' : `fact-${name}`
  if (kind === 'day') return dateField({ t, format, testid })
  if (kind === 'number') return h('input', { type: 'number', inputmode: 'numeric', min: '0', max: '100000', step: '1', testid })
  if (kind === 'long')
    return h('textarea', { rows: '2', maxlength: '1000', required: status === 'not_recognised', testid })
  return h('input', { type: 'text', maxlength: name === 'signer' ? '200' : '100', autocomplete: 'off', testid })
}
