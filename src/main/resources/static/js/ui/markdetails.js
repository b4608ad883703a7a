import { keptInstant, toWallClock } from '../model/dates.js'
import { findPersonalData } from '../model/notecheck.js'
import { field, fill, h } from './dom.js'
import { icon } from './icons.js'

const ACCURACIES = ['exact', 'street', 'area', 'unknown']
const HANDLING_LEVELS = ['commune', 'district', 'province']
const COUNTS = ['personsInvolved', 'dead', 'injured', 'damageDong']

/** The fields that few marks need, folded away. @param {{t: Function, format: object, incident: object|null}} options */
export function markDetails({ t, format, incident }) {
  let knownReport = null
  const choice = (testid, values, prefix) =>
    h(
      'select',
      { class: 'select', testid },
      values.map((key) => h('option', { value: key, text: t(`${prefix}.${key}`) })),
    )
  const accuracy = choice('mark-accuracy', ACCURACIES, 'accuracy')
  const handling = choice('mark-handling', HANDLING_LEVELS, 'handling')
  const major = h('input', { type: 'checkbox', class: 'switch', testid: 'mark-major' })
  const counts = new Map(
    COUNTS.map((name) => [
      name,
      h('input', { type: 'number', min: '0', step: '1', inputmode: 'numeric', testid: `mark-${name}` }),
    ]),
  )
  const reported = h('input', { type: 'datetime-local', testid: 'mark-reported', on: { input: tellReported } })
  const reportedField = field(t('mark.reported'), reported, { hint: ' ' })
  const note = h('textarea', { rows: '3', maxlength: '2000', testid: 'mark-note', on: { input: checkNote } })
  const warning = h('div', { 'aria-live': 'polite' })

  function checkNote() {
    const found = findPersonalData(note.value).map((kind) => t(`mark.found.${kind}`))
    const text = found.length ? t('mark.personalData', { what: found.join(', ') }) : null
    fill(warning, text && h('p', { class: 'hint hint-warning', testid: 'mark-note-warning', text }))
  }

  function tellReported() {
    const instant = keptInstant(reported.value, knownReport)
    reportedField.querySelector('.hint').textContent = instant
      ? t('mark.timeHint', { time: format.instant(instant) })
      : t('mark.reportedNow')
  }

  function restore(values) {
    knownReport = values.reportedAt ?? null
    reported.value = knownReport ? toWallClock(new Date(knownReport)) : ''
    tellReported()
    accuracy.value = values.placeAccuracy ?? 'exact'
    handling.value = values.handlingLevel ?? 'commune'
    major.checked = Boolean(values.majorCase)
    for (const [name, input] of counts) input.value = values[name] ?? ''
    note.value = values.note ?? ''
    checkNote()
  }

  const majorName = h(
    'span',
    { class: 'layer-name' },
    t('incident.major'),
    h('span', { class: 'layer-note', text: t('mark.majorHint') }),
  )
  const element = h(
    'details',
    { class: 'fold', testid: 'mark-more', open: Boolean(incident?.note || incident?.majorCase) },
    h('summary', { text: t('mark.more') }),
    h(
      'div',
      { class: 'stack' },
      field(t('mark.accuracy'), accuracy),
      reportedField,
      field(t('mark.handling'), handling),
      h('label', { class: 'layer' }, majorName, major),
      h(
        'div',
        { class: 'two' },
        field(t('mark.personsInvolved'), counts.get('personsInvolved')),
        field(t('mark.damage'), counts.get('damageDong')),
        field(t('mark.dead'), counts.get('dead')),
        field(t('mark.injured'), counts.get('injured')),
      ),
      field(t('mark.note'), note),
      warning,
      h('p', { class: 'notice notice-privacy' }, icon('shield'), h('span', { text: t('mark.privacy') })),
    ),
  )
  restore(incident ?? {})

  return {
    element,
    /** @returns {object} the fields as PUT /api/incidents/{uuid} names them; null where nothing was entered */
    values: () => ({
      placeAccuracy: accuracy.value,
      reportedAt: keptInstant(reported.value, knownReport),
      handlingLevel: handling.value,
      majorCase: major.checked,
      ...Object.fromEntries(
        [...counts].map(([name, input]) => [name, input.value === '' ? null : Number(input.value)]),
      ),
      note: note.value.trim() || null,
    }),
    restore,
  }
}
