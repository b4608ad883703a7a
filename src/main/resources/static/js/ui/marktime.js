import { keptInstant, toInstant, toWallClock } from '../model/dates.js'
import { field, h } from './dom.js'

/**
 * When it happened: an instant, or a span where only "between … and …" is known.
 * @param {{t: Function, format: object, incident: object|null, now: Date, onTime: () => void}} options now: by the server's
 *   clock; onTime: it may be another day
 */
export function markTime({ t, format, incident, now, onTime }) {
  let touched = false
  let originals = {}
  const from = h('input', { type: 'datetime-local', required: true, testid: 'mark-time', on: { input: touch } })
  const until = h('input', { type: 'datetime-local', testid: 'mark-until', on: { input: touch } })
  const span = h('input', { type: 'checkbox', class: 'switch', testid: 'mark-span', on: { change: openSpan } })
  const fromField = field(t('mark.time'), from)
  const untilField = field(t('mark.until'), until)
  const words = h('p', { class: 'hint', testid: 'mark-time-words', 'aria-live': 'polite' })
  const spanName = h(
    'span',
    { class: 'layer-name' },
    t('mark.span'),
    h('span', { class: 'layer-note', text: t('mark.spanHint') }),
  )

  function openSpan() {
    if (span.checked && !until.value) until.value = from.value
    touch()
  }

  function touch() {
    touched = true
    tell()
  }

  /** The inputs follow the browser's language; the line under them says the time as it will be kept. */
  function tell() {
    untilField.hidden = !span.checked
    fromField.querySelector('label').textContent = t(span.checked ? 'mark.timeFrom' : 'mark.time')
    words.textContent = span.checked
      ? t('mark.spanWords', { from: format.instant(toInstant(from.value)), until: format.instant(toInstant(until.value)) })
      : t('mark.timeHint', { time: format.instant(toInstant(from.value)) })
    onTime()
  }

  function show(occurredAt, occurredUntil) {
    originals = { from: occurredAt, until: occurredUntil }
    from.value = toWallClock(new Date(occurredAt))
    until.value = occurredUntil ? toWallClock(new Date(occurredUntil)) : ''
    span.checked = Boolean(occurredUntil)
    tell()
  }

  const values = () => ({
    occurredAt: keptInstant(from.value, originals.from),
    occurredUntil: span.checked ? keptInstant(until.value, originals.until) : null,
  })

  return {
    element: h(
      'fieldset',
      { class: 'group' },
      h('legend', { text: t('mark.when') }),
      h('div', { class: 'stack' }, fromField, untilField, words, h('label', { class: 'layer' }, spanName, span)),
    ),
    values,
    /** @returns {boolean} somebody chose the time */
    touched: () => touched,
    /** Fills the inputs; later than the caller's own set-up, since it tells the time at once. */
    start: () => show(incident?.occurredAt ?? now.toISOString(), incident?.occurredUntil ?? null),
    /** @returns {string|null} the Vietnamese day of the incident */
    day: () => (toInstant(from.value) ? from.value.slice(0, 10) : null),
    /** @returns {string|null} what is wrong, in words */
    complaint() {
      const { occurredAt, occurredUntil } = values()
      if (!occurredAt || (span.checked && !occurredUntil)) return t('mark.noTime')
      return occurredUntil && Date.parse(occurredUntil) < Date.parse(occurredAt) ? t('mark.spanBackwards') : null
    },
    restore(draft) {
      if (!draft.occurredAt) return
      touched = true
      show(draft.occurredAt, draft.occurredUntil ?? null)
    },
  }
}
