import { toInstant, toWallClock } from '../model/dates.js'
import { categoryChooser } from './categorychooser.js'
import { field, fill, h } from './dom.js'
import { icon } from './icons.js'
import { markDetails } from './markdetails.js'
import { problemBox } from './messages.js'

/**
 * The form of an incident, new or being corrected. It never loses what was typed: a refused save keeps every field.
 * @param {{t: Function, format: object, categories: object[], incident: object|null, place: Node,
 *   onSave: (values: object) => Promise<void>, onCancel: () => void, onChange: () => void,
 *   onDay: () => void, now: Date}} options onDay: the day has changed, and with it perhaps the area; now: by the server's clock
 */
export function markForm({ t, format, categories, incident, place, onSave, onCancel, onChange, onDay, now }) {
  const position = { longitude: incident?.longitude ?? null, latitude: incident?.latitude ?? null }
  const where = h('div', { class: 'where', testid: 'mark-where', 'aria-live': 'polite' })
  let locatedDay = null
  let timeTouched = false
  const problem = h('div')
  const category = categoryChooser({
    t,
    categories,
    category: incident?.category ?? null,
    severity: incident?.severity ?? null,
    onChange,
  })
  const details = markDetails({ t, incident })
  const time = h('input', { type: 'datetime-local', required: true, testid: 'mark-time', on: { input: touchTime } })
  const timeField = field(t('mark.time'), time, { hint: ' ' })
  const cancel = h('button', { type: 'button', class: 'button', testid: 'mark-cancel', on: { click: onCancel } })
  cancel.textContent = t('common.cancel')
  const save = h(
    'button',
    { type: 'submit', class: 'button button-primary button-large', testid: 'mark-save' },
    icon('check'),
    t(incident ? 'mark.saveChange' : 'mark.save'),
  )

  function touchTime() {
    timeTouched = true
    tellTime()
  }

  /** The input follows the browser's language; the line under it says the time as it will be kept. */
  function tellTime() {
    // Boundaries change: another day can mean another area.
    if (position.longitude !== null && day() !== locatedDay) onDay()
    timeField.querySelector('.hint').textContent = t('mark.timeHint', { time: format.instant(toInstant(time.value)) })
  }

  /** @returns {string|null} the Vietnamese day of the incident */
  function day() {
    return toInstant(time.value) ? time.value.slice(0, 10) : null
  }

  function setTime(instant) {
    time.value = toWallClock(instant)
    tellTime()
  }

  function values() {
    return { ...position, ...category.values(), occurredAt: toInstant(time.value), ...details.values() }
  }

  function missing({ longitude, category: code, occurredAt }) {
    if (longitude === null) return t('mark.noPlace')
    if (!code) return t('mark.noCategory')
    return occurredAt ? null : t('mark.noTime')
  }

  function complain(text) {
    fill(problem, h('div', { class: 'notice notice-error', role: 'alert' }, icon('warning'), h('p', { text })))
  }

  async function submit(event) {
    event.preventDefault()
    fill(problem)
    const complaint = missing(values())
    if (complaint) return complain(complaint)
    save.disabled = true
    try {
      await onSave(values())
    } catch (error) {
      fill(problem, problemBox(error, t))
    } finally {
      save.disabled = false
    }
  }

  setTime(incident ? new Date(incident.occurredAt) : now)
  return {
    element: h(
      'form',
      { class: 'mark-form', testid: 'mark-form', novalidate: true, on: { submit, input: onChange } },
      h('fieldset', { class: 'group' }, h('legend', { text: t('mark.where') }), where, place),
      category.element,
      timeField,
      details.element,
      h('div', { class: 'form-foot' }, problem, h('div', { class: 'actions' }, cancel, save)),
    ),
    values,
    /** @returns {boolean} somebody chose the time */
    timeTouched: () => timeTouched,
    /** @returns {string|null} the day whose boundaries count */
    dayToLocate() {
      locatedDay = day()
      return locatedDay
    },
    /** @param {object} draft fields as values() gives them; brings a form back after a new sign-in */
    restore(draft) {
      category.restore(draft)
      details.restore(draft)
      if (draft.occurredAt) {
        timeTouched = true
        setTime(new Date(draft.occurredAt))
      }
    },
    setPosition(longitude, latitude) {
      Object.assign(position, { longitude, latitude })
      onChange()
    },
    setWhere: (...content) => fill(where, content),
  }
}
