import { readCount } from '../model/movement.js'
import { checkedField } from './checkedfield.js'
import { h } from './dom.js'
import { openRecordForm } from './recordform.js'

const JUDGED = ['attested', 'hint', 'threshold']
export const SUBJECTS = ['residential-area', 'commune', 'agency', 'enterprise', 'school']

/** A criterion as lines to read or to compare. */
export function criterionLines(t, { text, judgedBy, optional, points, provinceCode, source, verified, active }) {
  const known = points !== null && points !== undefined
  return [
    { label: t('criterion.text'), text },
    { label: t('criterion.judgedBy'), text: t(`criterion.judged.${judgedBy.toLowerCase()}`) },
    { label: t('criterion.kind'), text: t(optional ? 'criterion.optional' : 'criterion.always') },
    { label: t('criterion.points'), text: known ? String(points) : '' },
    { label: t('criterion.province'), text: provinceCode ?? '' },
    { label: t('criterion.source'), text: source },
    { label: t('criterion.check'), text: t(verified ? 'criterion.verified' : 'criterion.unverified') },
    { label: t('categories.use'), text: t(active ? 'categories.active' : 'categories.inactive') },
  ]
}

/**
 * The window to add a criterion to a set, or to change one.
 * @param {{t: Function, history: Node|null, save: (criterion: object, body: object, version: number|null) => Promise<object>,
 *   onSaved: (criterion: object) => void, onClose: () => void}} context
 * @param {object} set @param {object|null} criterion null for a new one
 */
export function openCriterionForm(context, set, criterion) {
  const { t, history, save } = context
  const box = (testid, label) => {
    const input = h('input', { type: 'checkbox', testid })
    return { input, element: h('label', { class: 'check' }, input, h('span', { text: label })) }
  }
  const line = (testid, longest) => h('input', { type: 'text', autocomplete: 'off', maxlength: String(longest), testid })
  const subject = h(
    'select',
    { class: 'select', testid: 'criterion-subject' },
    SUBJECTS.map((key) => h('option', { value: key, text: t(`criterion.subject.${key}`) })),
  )
  const judged = h(
    'select',
    { class: 'select', testid: 'criterion-judged' },
    JUDGED.map((key) => h('option', { value: key, text: t(`criterion.judged.${key}`) })),
  )
  const fields = {
    subject: checkedField(t('criterion.subject'), subject),
    code: checkedField(t('criterion.code'), line('criterion-code', 20), { hint: criterion ? '' : t('criterion.codeHint') }),
    text: checkedField(t('criterion.text'), h('textarea', { rows: '4', maxlength: '1000', testid: 'criterion-text' })),
    judgedBy: checkedField(t('criterion.judgedBy'), judged, { hint: t('criterion.judgedHint') }),
    points: checkedField(t('criterion.points'), line('criterion-points', 4), { hint: t('criterion.pointsHint') }),
    provinceCode: checkedField(t('criterion.province'), line('criterion-province', 2), { hint: t('criterion.provinceHint') }),
    source: checkedField(t('criterion.source'), line('criterion-source', 500), { hint: t('criterion.sourceHint') }),
  }
  fields.points.input.inputMode = 'numeric'
  fields.provinceCode.input.inputMode = 'numeric'
  const optional = box('criterion-optional', t('criterion.optional'))
  const verified = box('criterion-verified', t('criterion.verified'))
  const active = box('criterion-active', t('categories.active'))
  subject.disabled = criterion !== null
  fields.code.input.readOnly = criterion !== null

  function write(record) {
    subject.value = record.subject ?? SUBJECTS[0]
    judged.value = (record.judgedBy ?? JUDGED[0]).toLowerCase()
    for (const name of ['code', 'text', 'provinceCode', 'source']) fields[name].input.value = record[name] ?? ''
    fields.points.input.value = record.points ?? ''
    optional.input.checked = record.optional ?? false
    verified.input.checked = record.verified ?? false
    active.input.checked = record.active ?? true
  }

  function read() {
    let fault = false
    const wrong = (name, key) => {
      fields[name].setProblem(t(key))
      fault = true
    }
    for (const name of ['code', 'text', 'source']) if (!fields[name].input.value.trim()) wrong(name, 'record.missing')
    const typed = fields.points.input.value.trim()
    const points = typed ? readCount(typed) : null
    if (typed && points === null) wrong('points', 'movement.countWrong')
    if (fault) return null
    return {
      subject: subject.value,
      code: fields.code.input.value.trim(),
      text: fields.text.input.value.trim(),
      judgedBy: judged.value.toUpperCase(),
      provinceCode: fields.provinceCode.input.value.trim() || null,
      optional: optional.input.checked,
      points,
      verified: verified.input.checked,
      source: fields.source.input.value.trim(),
      active: active.input.checked,
    }
  }

  write(criterion ?? { source: set.source })
  return openRecordForm({
    ...context,
    title: criterion ? t('criterion.editTitle', { code: criterion.code }) : t('criterion.addTitle', { set: set.name }),
    testid: 'criterion-form',
    wide: true,
    version: criterion?.version ?? null,
    fields,
    content: [
      h('div', { class: 'form-grid' }, fields.subject.element, fields.code.element),
      fields.text.element,
      h('div', { class: 'form-grid' }, fields.judgedBy.element, fields.points.element),
      fields.source.element,
      fields.provinceCode.element,
      h('div', { class: 'stack-tight' }, verified.element, optional.element, active.element),
      h('p', { class: 'hint', text: t('criterion.flagsHint') }),
      history,
    ],
    read,
    write,
    snapshot: () => [
      ...Object.values(fields).map(({ input }) => input.value),
      ...[optional, verified, active].map(({ input }) => input.checked),
    ],
    lines: (record) => criterionLines(t, record),
    taken: t('criterion.codeTaken'),
    save: ({ subject: of, code, ...body }, version) => save({ subject: of, code }, body, version),
  })
}
