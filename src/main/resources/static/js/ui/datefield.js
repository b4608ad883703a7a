import { parseDay } from '../model/dates.js'
import { h } from './dom.js'
import { icon } from './icons.js'

/**
 * A day, written dd/MM/yyyy whatever the language of the browser; its own calendar opens from the button.
 * @param {{t: Function, format: object, testid?: string, value?: string, required?: boolean, onChange?: () => void}} options value "YYYY-MM-DD" or ""
 */
export function dateField({ t, format, testid, value = '', required = false, onChange = () => {} }) {
  const input = h('input', {
    type: 'text',
    inputmode: 'numeric',
    autocomplete: 'off',
    placeholder: t('date.placeholder'),
    maxlength: '10',
    testid,
    required,
    on: { input: changed, change: tidy },
  })
  const picker = h('input', {
    type: 'date',
    class: 'date-native',
    tabindex: '-1',
    'aria-hidden': 'true',
    on: { change: picked },
  })
  const open = h(
    'button',
    { type: 'button', class: 'date-open', 'aria-label': t('date.open'), on: { click: showCalendar } },
    icon('calendar', 18),
  )
  const element = h('div', { class: 'date-field' }, input, picker, open)

  function changed() {
    input.setAttribute('aria-invalid', String(input.value !== '' && parseDay(input.value) === null))
    onChange()
  }

  /** "1/2/2019" and "2019-02-01" become "01/02/2019". */
  function tidy() {
    const day = parseDay(input.value)
    if (day) input.value = format.day(day)
  }

  function showCalendar() {
    picker.value = parseDay(input.value) ?? ''
    picker.showPicker?.()
  }

  function picked() {
    if (!picker.value) return
    input.value = format.day(picker.value)
    changed()
  }

  const control = {
    element,
    input,
    /** @returns {string} "YYYY-MM-DD", or what was typed when it is no day, or "" */
    get value() {
      return parseDay(input.value) ?? input.value.trim()
    },
    set value(day) {
      input.value = day ? format.day(day) : ''
    },
  }
  control.value = value
  return control
}
