import { readCount } from '../model/movement.js'
import { checkedField } from './checkedfield.js'
import { dateField } from './datefield.js'
import { h, newId } from './dom.js'

const LONGEST = { text: 300, long_text: 2000 }

/**
 * A field of a register as a control, made from what the service says about it.
 * @param {{t: Function, format: object}} context @param {object} field name, label, type, required, options
 * @returns {{element: HTMLElement, input: HTMLElement, read: () => unknown, write: (value: unknown) => void,
 *   text: () => string, setProblem: (text: string|null) => void}} read gives null for nothing, undefined for what cannot be understood
 */
export function registerField(context, field) {
  const { t } = context
  const testid = `field-${field.name}`
  const label = field.required ? t('movement.needed', { label: field.label }) : field.label
  if (field.type === 'amount') return amountField(context, label, testid)
  const control = controlOf(t, field, testid)
  const checked = checkedField(label, control, { hint: field.type === 'list' ? t('movement.listHint') : '' })
  return {
    ...checked,
    read: () => (field.type === 'list' ? readLines(control.value) : control.value.trim() || null),
    write(value) {
      control.value = Array.isArray(value) ? value.join('\n') : (value ?? '')
    },
    text: () => control.value,
  }
}

function controlOf(t, field, testid) {
  if (field.type === 'choice')
    return h(
      'select',
      { class: 'select', testid },
      h('option', { value: '', text: t('movement.notSaid') }),
      field.options.map(({ value, label }) => h('option', { value, text: label })),
    )
  if (field.type === 'text') return h('input', { type: 'text', autocomplete: 'off', maxlength: String(LONGEST.text), testid })
  return h('textarea', { rows: '3', maxlength: String(LONGEST.long_text), testid })
}

function readLines(text) {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean)
  return lines.length ? lines : null
}

/** A whole number, and whether the source says "hơn". */
function amountField({ t, format }, label, testid) {
  const input = h('input', { type: 'text', inputmode: 'numeric', autocomplete: 'off', maxlength: '15', testid })
  const more = h('input', { type: 'checkbox', testid: `${testid}-more` })
  const checked = checkedField(label, input)
  const row = h('div', { class: 'amount' })
  input.before(row)
  row.append(input, h('label', { class: 'check' }, more, h('span', { text: t('movement.more') })))
  more.setAttribute('aria-label', t('movement.moreOf', { label }))
  return {
    ...checked,
    read() {
      if (!input.value.trim()) return null
      const value = readCount(input.value)
      return value === null ? undefined : { value, moreThan: more.checked }
    },
    write(amount) {
      input.value = amount ? format.count(amount.value) : ''
      more.checked = amount?.moreThan ?? false
    },
    text: () => `${input.value} ${more.checked}`,
  }
}

/** A day that can say what is wrong with it. */
export function checkedDate({ t, format }, label, { testid, value = '', hint = '' }) {
  const date = dateField({ t, format, testid, value })
  date.input.id = newId('day')
  const checked = checkedField(label, date.input, { hint })
  // The field with its button stands where the field alone did.
  const place = h('div')
  date.input.before(place)
  date.element.prepend(date.input)
  place.replaceWith(date.element)
  return { ...checked, date }
}
