import { readCount } from '../model/movement.js'
import { checkedField } from './checkedfield.js'
import { h } from './dom.js'
import { openRecordForm } from './recordform.js'
import { dayMonth, dueText } from './ruletable.js'

const MOST_DAYS = 366

/** "1/11" as "11-01", also where there is no such day: the service says so. @returns {string|null} null where it is no day and month */
export function readDayMonth(typed) {
  const found = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*$/.exec(typed)
  return found && `${found[2].padStart(2, '0')}-${found[1].padStart(2, '0')}`
}

/** Windows as lines to read or to compare. */
export function windowLines(t, { areaStart, communeStart, source, verified }) {
  return [
    { label: t('rule.areaStart'), text: dayMonth(areaStart) },
    { label: t('rule.communeStart'), text: dayMonth(communeStart) },
    ...checkLines(t, source, verified),
  ]
}

/** A deadline as lines to read or to compare. */
export function deadlineLines(t, deadline) {
  return [{ label: t('rule.when'), text: dueText(t, deadline) }, ...checkLines(t, deadline.source, deadline.verified)]
}

const checkLines = (t, source, verified) => [
  { label: t('criterion.source'), text: source },
  { label: t('criterion.check'), text: t(verified ? 'criterion.verified' : 'criterion.unverified') },
]

/** What both forms share: source, reason, whether it was checked. */
function common(t) {
  const line = (testid, hint, label, longest) =>
    checkedField(t(label), h('input', { type: 'text', autocomplete: 'off', maxlength: String(longest), testid }), { hint: hint && t(hint) })
  const verified = h('input', { type: 'checkbox', testid: 'rule-verified' })
  return {
    line,
    fields: {
      source: line('rule-source', 'criterion.sourceHint', 'criterion.source', 500),
      reason: line('rule-reason', 'rule.reasonHint', 'rule.reason', 500),
    },
    verified,
    check: h('label', { class: 'check' }, verified, h('span', { text: t('criterion.verified') })),
  }
}

/** Says which of the fields are empty. @returns {boolean} whether any is */
function missing(t, fields) {
  const empty = fields.filter(({ input }) => !input.value.trim())
  empty.forEach((field) => field.setProblem(t('record.missing')))
  return empty.length > 0
}

/**
 * The window to change when the assessment windows of a set begin.
 * @param {object} context t, history, save, onSaved, onClose; see openRecordForm
 * @param {object} windows of the set
 */
export function openWindowsForm(context, windows) {
  const { t, history } = context
  const { line, fields: shared, verified, check } = common(t)
  const fields = {
    areaStart: line('rule-area-start', 'rule.startHint', 'rule.areaStart', 5),
    communeStart: line('rule-commune-start', '', 'rule.communeStart', 5),
    ...shared,
  }
  const starts = ['areaStart', 'communeStart']

  function write(record) {
    for (const name of starts) fields[name].input.value = dayMonth(record[name])
    fields.source.input.value = record.source
    verified.checked = record.verified
  }

  function read() {
    let fault = missing(t, Object.values(fields))
    const body = { verified: verified.checked, source: fields.source.input.value.trim(), reason: fields.reason.input.value.trim() }
    for (const name of starts) {
      body[name] = readDayMonth(fields[name].input.value)
      if (body[name] || !fields[name].input.value.trim()) continue
      fields[name].setProblem(t('rule.dayWrong'))
      fault = true
    }
    return fault ? null : body
  }

  write(windows)
  return openRecordForm({
    ...context,
    title: t('rule.editTitle', { name: t('rule.windows') }),
    testid: 'rule-form',
    wide: true,
    version: windows.version,
    fields,
    content: [
      h('div', { class: 'form-grid' }, fields.areaStart.element, fields.communeStart.element),
      fields.source.element,
      fields.reason.element,
      check,
      h('p', { class: 'hint', text: t('rule.pastHint') }),
      history,
    ],
    read,
    write,
    snapshot: () => [...Object.values(fields).map(({ input }) => input.value), verified.checked],
    lines: (record) => windowLines(t, record),
  })
}

/**
 * The window to change until when a step is due.
 * @param {object} context t, history, save, onSaved, onClose; see openRecordForm
 * @param {object} deadline
 */
export function openDeadlineForm(context, deadline) {
  const { t, history } = context
  const { line, fields: shared, verified, check } = common(t)
  const way = h(
    'select',
    { class: 'select', testid: 'rule-way', on: { change: showWay } },
    ['day', 'days'].map((key) => h('option', { value: key, text: t(`rule.way.${key}`) })),
  )
  const fields = {
    way: checkedField(t('rule.way'), way),
    day: line('rule-day', 'rule.dayHint', 'rule.day', 5),
    daysAfterWindow: line('rule-days', '', 'rule.days', 3),
    ...shared,
  }
  fields.daysAfterWindow.input.inputMode = 'numeric'

  function showWay() {
    fields.day.element.hidden = way.value !== 'day'
    fields.daysAfterWindow.element.hidden = way.value === 'day'
  }

  function write(record) {
    way.value = record.day ? 'day' : 'days'
    fields.day.input.value = record.day ? dayMonth(record.day) : ''
    fields.daysAfterWindow.input.value = record.daysAfterWindow ?? ''
    fields.source.input.value = record.source
    verified.checked = record.verified
    showWay()
  }

  function read() {
    const named = way.value === 'day'
    const used = named ? fields.day : fields.daysAfterWindow
    let fault = missing(t, [used, fields.source, fields.reason])
    const typed = used.input.value
    const day = named ? readDayMonth(typed) : null
    const days = named ? null : readCount(typed.trim())
    if (typed.trim() && (named ? !day : days === null || days > MOST_DAYS)) {
      used.setProblem(t(named ? 'rule.dayWrong' : 'rule.daysWrong'))
      fault = true
    }
    if (fault) return null
    return {
      day,
      daysAfterWindow: days,
      verified: verified.checked,
      source: fields.source.input.value.trim(),
      reason: fields.reason.input.value.trim(),
    }
  }

  write(deadline)
  return openRecordForm({
    ...context,
    title: t('rule.editTitle', { name: t(`rule.step.${deadline.status}`) }),
    testid: 'rule-form',
    wide: true,
    version: deadline.version,
    fields,
    content: [
      h('div', { class: 'form-grid' }, fields.way.element, fields.day.element, fields.daysAfterWindow.element),
      fields.source.element,
      fields.reason.element,
      check,
      h('p', { class: 'hint', text: t('rule.pastHint') }),
      history,
    ],
    read,
    write,
    snapshot: () => [...Object.values(fields).map(({ input }) => input.value), verified.checked],
    lines: (record) => deadlineLines(t, record),
  })
}
