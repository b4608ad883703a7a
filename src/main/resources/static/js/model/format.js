/** Numbers, days and amounts as people read them; Vietnamese habit: 1.500 and 8,24, days as dd/MM/yyyy. */

const LOCALES = { vi: 'vi-VN', en: 'en-GB' }
const ZONE = 'Asia/Ho_Chi_Minh'

/** @param {'vi'|'en'} lang */
export function createFormat(lang) {
  const locale = LOCALES[lang] ?? LOCALES.vi
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const collator = new Intl.Collator('vi', { numeric: true })

  function number(value, digits) {
    if (value === null || value === undefined || !Number.isFinite(value)) return '–'
    const decimals = digits ?? decimalsFor(value)
    return new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
      value,
    )
  }

  const day = (value) => (value ? `${value.slice(8, 10)}/${value.slice(5, 7)}/${value.slice(0, 4)}` : '–')

  return {
    lang,
    /** Decimals by default fit the size. @type {(value: number|null|undefined, digits?: number) => string} */
    number,
    /** As short as the value allows: 0,5 and 12. @param {number} value */
    limit: (value) => new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 }).format(value),
    /** @param {number|null|undefined} value */
    count: (value) => (value === null || value === undefined ? '–' : whole.format(value)),
    /** "YYYY-MM-DD" → "dd/MM/yyyy" @type {(value: string|null|undefined) => string} */
    day,
    /** @param {{from: string, to: string}} value */
    period: (value) => `${day(value.from)} – ${day(value.to)}`,
    /** ISO instant → "dd/MM/yyyy HH:mm" in Vietnam @param {string|null|undefined} value */
    instant: (value) => (value ? clock.format(new Date(value)).replace(',', '') : '–'),
    /** @param {number} meters */
    distance: (meters) => (meters >= 10_000 ? `${number(meters / 1000, 1)} km` : `${number(meters, 0)} m`),
    /** Vietnamese order; "Khu phố 2" before "Khu phố 10" */
    compareNames: (a, b) => collator.compare(a ?? '', b ?? ''),
  }
}

/** Three or four meaningful digits; none after the comma from 100 on. */
function decimalsFor(value) {
  const size = Math.abs(value)
  if (size >= 1000 || size === 0) return 0
  if (size >= 100) return 1
  return 2
}
