/** Entries of the movement's registers as texts, and texts as entries. No page and no network here. */

/** What fits beside day, name and place. */
const MOST_COLUMNS = 4
const COLUMN_ORDER = ['amount', 'choice', 'text']

/** The fields that stand in a list: figures first, then choices, then short texts. @param {object} register */
export function columnsOf(register) {
  return COLUMN_ORDER.flatMap((type) => register.fields.filter((field) => field.type === type)).slice(0, MOST_COLUMNS)
}

/** @param {{value: number, moreThan: boolean}|null|undefined} amount "hơn 1.500" where the source says so */
export function amountText({ t, format }, amount) {
  if (!amount) return ''
  const count = format.count(amount.value)
  return amount.moreThan ? t('movement.moreThan', { count }) : count
}

/** @param {object} field of the register @param {unknown} value as the service has it @returns {string} */
export function fieldText(context, field, value) {
  if (value === null || value === undefined) return ''
  if (field.type === 'amount') return amountText(context, value)
  if (field.type === 'choice') return field.options.find((option) => option.value === value)?.label ?? String(value)
  if (field.type === 'list') return value.join('; ')
  return String(value)
}

/** @param {boolean} standing whether the entry lasts until it has a last day */
export function daysText({ t, format }, { firstDay, lastDay }, standing) {
  if (lastDay && lastDay !== firstDay) return format.period({ from: firstDay, to: lastDay })
  if (lastDay || !standing) return format.day(firstDay)
  return t('movement.since', { day: format.day(firstDay) })
}

/**
 * All that an entry says, as lines to read or to compare.
 * @param {{t: Function, format: object}} context @param {object} register
 * @param {object} entry as the service has it; kindName and unit are shown
 * @returns {Array<{label: string, text: string}>}
 */
export function entryLines(context, register, entry) {
  const { t, format } = context
  const place = Number.isFinite(entry.longitude) && Number.isFinite(entry.latitude)
  return [
    { label: t('movement.kind'), text: entry.kindName ?? entry.kind },
    { label: t('movement.entryTitle'), text: entry.title ?? '' },
    { label: t('movement.unit'), text: entry.unit?.fullName ?? '' },
    { label: t('movement.firstDay'), text: entry.firstDay ? format.day(entry.firstDay) : '' },
    { label: t('movement.lastDay'), text: entry.lastDay ? format.day(entry.lastDay) : '' },
    ...register.fields.map((field) => ({
      label: field.label,
      text: fieldText(context, field, entry.details?.[field.name]),
    })),
    { label: t('movement.position'), text: place ? `${entry.latitude.toFixed(5)}, ${entry.longitude.toFixed(5)}` : '' },
    { label: t('movement.source'), text: entry.source ?? '' },
  ]
}

/** The lines in which two differ. @returns {Array<{label: string, before: string, after: string}>} */
export function differences(before, after) {
  return after
    .map(({ label, text }, index) => ({ label, before: before[index].text, after: text }))
    .filter((line) => line.before !== line.after)
}

/** @param {string} text "1500", "1.500" or "1 500" @returns {number|null} null where it is no whole number */
export function readCount(text) {
  const plain = text.trim()
  if (!/^(?:\d{1,3}(?:[. ]\d{3})+|\d+)$/.test(plain)) return null
  return Number(plain.replace(/[. ]/g, ''))
}

/** @param {string} text degrees as 105.64806 or 105,64806 @returns {number|null} */
export function readDegrees(text) {
  const plain = text.trim().replace(',', '.')
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null
}

/**
 * The security teams described as a register is, for a table of them: members by role stand where it has its fields.
 * @param {{t: Function, format: object}} context @param {{kinds: object[], roles: object[]}} lists the open lists of the teams
 */
export function teamsAsRegister({ t, format }, lists) {
  return {
    register: 'security-teams',
    label: t('team.register'),
    kinds: lists.kinds,
    fields: [
      ...lists.roles.filter(({ active }) => active).map(({ code, name }) => ({ name: `role-${code}`, label: name, type: 'amount' })),
      { name: 'memberCount', label: t('team.members'), type: 'amount' },
    ],
    days: ({ firstDay, lastDay }) =>
      [firstDay && `${t('team.validFrom')} ${format.day(firstDay)}`, lastDay && `${t('team.validTo')} ${format.day(lastDay)}`]
        .filter(Boolean)
        .join(', '),
  }
}

/** @param {object[]} teams @returns {number|null} sum of what is known; null where nothing is */
export function sumMembers(teams) {
  const known = teams.map((team) => team.memberCount).filter((count) => count !== null && count !== undefined)
  return known.length ? known.reduce((sum, count) => sum + count, 0) : null
}

/** @param {string} search of the address @param {{registers: string[], session: object}} known */
export function readMovementState(search, { registers, session, isDay }) {
  const asked = new URLSearchParams(search)
  const [from, to] = [asked.get('from'), asked.get('to')]
  const ordered = isDay(from) && isDay(to) && from <= to
  const usual = session.defaultPeriod ?? { from: `${session.today.slice(0, 4)}-01-01`, to: session.today }
  const place = session.places.find((each) => String(each.id) === asked.get('place')) ?? session.places[0] ?? null
  return {
    register: registers.includes(asked.get('register')) ? asked.get('register') : registers[0],
    place: place ? String(place.id) : null,
    within: /^\d+$/.test(asked.get('within') ?? '') ? asked.get('within') : null,
    from: ordered ? from : usual.from,
    to: ordered ? to : usual.to,
  }
}

/** @param {object} state @returns {string} "?…" */
export function writeMovementState(state) {
  const parameters = new URLSearchParams()
  for (const name of ['register', 'place', 'within', 'from', 'to'])
    if (state[name] !== null && state[name] !== undefined) parameters.set(name, state[name])
  return `?${parameters}`
}
