import { categoryChooser } from './categorychooser.js'
import { fill, h } from './dom.js'
import { icon } from './icons.js'
import { markDetails } from './markdetails.js'
import { markTime } from './marktime.js'
import { problemBox } from './messages.js'
import { reasonField } from './reasonfield.js'

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
  const problem = h('div')
  const category = categoryChooser({
    t,
    categories,
    category: incident?.category ?? null,
    severity: incident?.severity ?? null,
    onChange,
  })
  let state = incident?.state ?? null
  let reason = null
  const reasonHost = h('div')
  const details = markDetails({ t, format, incident })
  const time = markTime({ t, format, incident, now, onTime: askAnew })
  const cancel = h('button', { type: 'button', class: 'button', testid: 'mark-cancel', on: { click: onCancel } })
  cancel.textContent = t('common.cancel')
  const save = h(
    'button',
    { type: 'submit', class: 'button button-primary button-large', testid: 'mark-save' },
    icon('check'),
    t(incident ? 'mark.saveChange' : 'mark.save'),
  )

  /** Boundaries change: another day can mean another area. */
  function askAnew() {
    if (position.longitude !== null && time.day() !== locatedDay) onDay()
  }

  function values() {
    // The state changes by steps, not by a correction.
    return { ...position, ...category.values(), ...time.values(), ...details.values(), state, reason: reason?.value() ?? null }
  }

  function missing({ longitude, category: code }) {
    if (longitude === null) return t('mark.noPlace')
    if (!code) return t('mark.noCategory')
    return time.complaint() ?? (reason?.missing() ? t('reason.missing') : null)
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
      // A button that cannot be pressed for a while loses the focus.
      if (document.activeElement === document.body) save.focus()
    }
  }

  /** A closed record is changed for a reason only; it may be closed by somebody else while the form is open. */
  function askReason(closed) {
    if (closed && !reason) {
      reason = reasonField({ t, needed: true, testid: 'mark-reason' })
      fill(reasonHost, reason.element)
    }
  }

  time.start()
  askReason(incident?.closed)
  return {
    element: h(
      'form',
      { class: 'mark-form', testid: 'mark-form', novalidate: true, on: { submit, input: onChange } },
      h('fieldset', { class: 'group' }, h('legend', { text: t('mark.where') }), where, place),
      category.element,
      time.element,
      details.element,
      reasonHost,
      h('div', { class: 'form-foot' }, problem, h('div', { class: 'actions' }, cancel, save)),
    ),
    values,
    /** @returns {boolean} somebody chose the time */
    timeTouched: time.touched,
    /** @returns {string|null} the day whose boundaries count */
    dayToLocate() {
      locatedDay = time.day()
      return locatedDay
    },
    /** @param {object} draft fields as values() gives them; brings a form back after a new sign-in */
    restore(draft) {
      category.restore(draft)
      details.restore(draft)
      time.restore(draft)
      reason?.set(draft.reason)
    },
    /** Goes on from somebody else's newer version: its state stands, whatever else is kept. */
    follow(latest) {
      state = latest.state
      askReason(latest.closed)
    },
    setPosition(longitude, latitude) {
      Object.assign(position, { longitude, latitude })
      onChange()
    },
    setWhere: (...content) => fill(where, content),
  }
}
