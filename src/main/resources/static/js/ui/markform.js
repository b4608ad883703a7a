import { toInstant, toWallClock } from '../model/dates.js'
import { findPersonalData } from '../model/notecheck.js'
import { incidentSymbol } from '../map/pointlayer.js'
import { field, fill, h } from './dom.js'
import { icon } from './icons.js'
import { problemBox } from './messages.js'

const ACCURACIES = ['exact', 'street', 'area', 'unknown']
const LEVELS = ['commune', 'district', 'province']

/**
 * The form of an incident, new or being corrected. It never loses what was typed: a refused save keeps every field.
 * @param {{t: Function, format: object, categories: object[], incident: object|null, place: Node,
 *   onSave: (values: object) => Promise<void>, onCancel: () => void, onChange: () => void}} options
 */
export function markForm({ t, format, categories, incident, place, onSave, onCancel, onChange }) {
  const position = { longitude: incident?.longitude ?? null, latitude: incident?.latitude ?? null }
  const where = h('div', { class: 'where', testid: 'mark-where', 'aria-live': 'polite' })
  const problem = h('div')
  const warning = h('div', { 'aria-live': 'polite' })
  const severityHost = h('div')
  let severity = incident?.severity ?? ''

  const radios = categories.map((category) => {
    const input = h('input', {
      type: 'radio',
      name: 'category',
      value: category.code,
      class: 'visually-hidden',
      testid: `mark-category-${category.code}`,
      required: true,
      checked: category.code === incident?.category,
      on: { change: () => ((severity = ''), showSeverities(), onChange()) },
    })
    const sign = h('span', { class: 'category-sign' })
    // Our own fixed drawing, no text of users.
    sign.innerHTML = incidentSymbol(category.code, false)
    return {
      input,
      node: h(
        'label',
        { class: 'option category' },
        input,
        h('span', { class: 'option-box' }, sign, h('span', { text: category.name })),
      ),
    }
  })
  const chosen = () =>
    categories.find((category) => category.code === radios.find(({ input }) => input.checked)?.input.value)

  function showSeverities() {
    const category = chosen()
    if (!category?.severities?.length) return fill(severityHost)
    const rule = h('p', { class: 'hint' })
    const select = h(
      'select',
      {
        class: 'select',
        testid: 'mark-severity',
        value: severity,
        on: { change: () => ((severity = select.value), tell(), onChange()) },
      },
      h('option', { value: '', text: t('mark.unclassified') }),
      category.severities.map((entry) => h('option', { value: entry.code, text: entry.name })),
    )
    select.value = severity
    const tell = () =>
      (rule.textContent =
        category.severities.find((entry) => entry.code === severity)?.rule ?? t('mark.unclassifiedHint'))
    tell()
    fill(severityHost, field(t('mark.severity'), select), rule)
  }

  const time = h('input', {
    type: 'datetime-local',
    required: true,
    testid: 'mark-time',
    value: toWallClock(incident ? new Date(incident.occurredAt) : new Date()),
  })
  const accuracy = select('mark-accuracy', ACCURACIES, 'accuracy', incident?.placeAccuracy ?? 'exact')
  const handling = select('mark-handling', LEVELS, 'handling', incident?.handlingLevel ?? 'commune')
  const major = h('input', {
    type: 'checkbox',
    class: 'switch',
    testid: 'mark-major',
    checked: Boolean(incident?.majorCase),
  })
  const whole = (name) =>
    h('input', {
      type: 'number',
      min: '0',
      step: '1',
      inputmode: 'numeric',
      testid: `mark-${name}`,
      value: incident?.[name] ?? '',
    })
  const counts = {
    personsInvolved: whole('personsInvolved'),
    dead: whole('dead'),
    injured: whole('injured'),
    damageDong: whole('damageDong'),
  }
  const note = h('textarea', {
    rows: '3',
    maxlength: '2000',
    testid: 'mark-note',
    value: incident?.note ?? '',
    on: { input: checkNote },
  })
  const save = h(
    'button',
    { type: 'submit', class: 'button button-primary button-large', testid: 'mark-save' },
    icon('check'),
    t(incident ? 'mark.saveChange' : 'mark.save'),
  )

  function select(testid, values, prefix, value) {
    return h(
      'select',
      { class: 'select', testid, value },
      values.map((key) => h('option', { value: key, text: t(`${prefix}.${key}`) })),
    )
  }

  /** The input follows the browser's language; the line under it says the time as it will be kept. */
  function timeField() {
    const element = field(t('mark.time'), time, { hint: ' ' })
    const tell = () =>
      (element.querySelector('.hint').textContent = t('mark.timeHint', { time: format.instant(toInstant(time.value)) }))
    time.addEventListener('input', tell)
    tell()
    return element
  }

  function checkNote() {
    const found = findPersonalData(note.value)
    fill(
      warning,
      found.length > 0 &&
        h('p', {
          class: 'hint hint-warning',
          testid: 'mark-note-warning',
          text: t('mark.personalData', { what: found.map((kind) => t(`mark.found.${kind}`)).join(', ') }),
        }),
    )
  }

  function values() {
    const numbers = Object.fromEntries(
      Object.entries(counts).map(([name, input]) => [name, input.value === '' ? null : Number(input.value)]),
    )
    return {
      ...position,
      ...numbers,
      category: chosen()?.code,
      severity: severity || null,
      occurredAt: toInstant(time.value),
      placeAccuracy: accuracy.value,
      handlingLevel: handling.value,
      majorCase: major.checked,
      note: note.value.trim() || null,
    }
  }

  async function submit(event) {
    event.preventDefault()
    fill(problem)
    const complaint =
      position.longitude === null
        ? t('mark.noPlace')
        : !chosen()
          ? t('mark.noCategory')
          : !toInstant(time.value)
            ? t('mark.noTime')
            : null
    if (complaint)
      return fill(
        problem,
        h('div', { class: 'notice notice-error', role: 'alert' }, icon('warning'), h('p', { text: complaint })),
      )
    save.disabled = true
    save.classList.add('is-busy')
    try {
      await onSave(values())
    } catch (error) {
      fill(problem, problemBox(error, t))
      problem.scrollIntoView({ block: 'nearest' })
    } finally {
      save.disabled = false
      save.classList.remove('is-busy')
    }
  }

  const more = h(
    'details',
    { class: 'fold', testid: 'mark-more' },
    h('summary', { text: t('mark.more') }),
    h(
      'div',
      { class: 'stack' },
      field(t('mark.accuracy'), accuracy),
      field(t('mark.handling'), handling),
      h(
        'label',
        { class: 'layer' },
        h(
          'span',
          { class: 'layer-name' },
          t('incident.major'),
          h('span', { class: 'layer-note', text: t('mark.majorHint') }),
        ),
        major,
      ),
      h(
        'div',
        { class: 'two' },
        field(t('mark.personsInvolved'), counts.personsInvolved),
        field(t('mark.damage'), counts.damageDong),
        field(t('mark.dead'), counts.dead),
        field(t('mark.injured'), counts.injured),
      ),
      field(t('mark.note'), note),
      warning,
      h('p', { class: 'notice notice-privacy' }, icon('shield'), h('span', { text: t('mark.privacy') })),
    ),
  )
  showSeverities()
  if (incident && (incident.note || incident.majorCase)) more.open = true

  const form = h(
    'form',
    { class: 'mark-form', testid: 'mark-form', novalidate: true, on: { submit, input: onChange } },
    h('fieldset', { class: 'group' }, h('legend', { text: t('mark.where') }), where, place),
    h(
      'fieldset',
      { class: 'group' },
      h('legend', { text: t('mark.category') }),
      h(
        'div',
        { class: 'category-grid' },
        radios.map(({ node }) => node),
      ),
    ),
    severityHost,
    timeField(),
    more,
    h(
      'div',
      { class: 'form-foot' },
      problem,
      h(
        'div',
        { class: 'actions' },
        h('button', {
          type: 'button',
          class: 'button',
          testid: 'mark-cancel',
          text: t('common.cancel'),
          on: { click: onCancel },
        }),
        save,
      ),
    ),
  )

  return {
    element: form,
    values,
    /** @param {Record<string, unknown>} draft fields as values() gives them; brings a form back after a new sign-in */
    restore(draft) {
      const radio = radios.find(({ input }) => input.value === draft.category)
      if (radio) radio.input.checked = true
      severity = draft.severity ?? ''
      if (draft.occurredAt) time.value = toWallClock(new Date(draft.occurredAt))
      for (const [name, input] of Object.entries(counts)) input.value = draft[name] ?? ''
      accuracy.value = draft.placeAccuracy ?? 'exact'
      handling.value = draft.handlingLevel ?? 'commune'
      major.checked = Boolean(draft.majorCase)
      note.value = draft.note ?? ''
      showSeverities()
      checkNote()
    },
    setPosition(longitude, latitude) {
      Object.assign(position, { longitude, latitude })
      onChange()
    },
    setWhere: (...content) => fill(where, content),
  }
}
