import { facts } from './facts.js'
import { h } from './dom.js'

const DAYS = ['resolutionDate', 'meetingDate', 'submittedOn', 'appraisedOn', 'decisionDate']

/**
 * The steps of one area's year, newest first, each with who, when and by which paper.
 * @param {{t: Function, format: object}} context @param {object} area
 */
export function yearTimeline(context, area) {
  if (!area.steps.length) return null
  const { t } = context
  return h(
    'details',
    { class: 'fold', testid: 'year-steps' },
    h(
      'summary',
      {},
      t('year.steps'),
      ' ',
      h('span', { class: 'fold-count', text: String(area.steps.length) }),
    ),
    h('div', {}, h('ol', { class: 'steps' }, [...area.steps].reverse().map((step) => line(context, step)))),
  )
}

function line({ t, format }, step) {
  const value = (name, given) => {
    if (DAYS.includes(name)) return format.day(given)
    return typeof given === 'number' ? format.count(given) : given
  }
  const met = step.basis.filter((each) => each.verdict === 'met').length
  const against = step.basis.filter((each) => each.verdict === 'not_met').map((each) => each.code)
  return h(
    'li',
    {},
    h('strong', { text: t(`status.${step.status}`) }),
    h('span', { class: 'muted', text: `${format.instant(step.recordedAt)} · ${step.recordedBy}` }),
    facts(Object.entries(step.facts).map(([name, given]) => [t(`fact.${name}`), value(name, given)])),
    step.note && h('span', { class: 'quote', text: step.note }),
    step.basis.length > 0 &&
      h('span', {
        class: 'muted',
        testid: 'decision-basis',
        text: [
          t('year.basis', { set: step.criteriaSet, met, all: step.basis.length }),
          against.length > 0 && t('year.basisAgainst', { codes: against.join(', ') }),
        ]
          .filter(Boolean)
          .join(' '),
      }),
  )
}
