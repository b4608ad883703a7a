import { isDay } from '../model/dates.js'
import { dateField } from './datefield.js'
import { field, fill, h, isPhone } from './dom.js'
import { unitField } from './unitfield.js'

/**
 * Place and year of a page about the title, and what the page itself adds.
 * @param {HTMLElement} host
 * @param {{t: Function, format: object, session: object, question: object, unit: object|null, search: Function,
 *   years: Array<{name: string, label: string}>, allYears: number[], onChange: (change: object) => void}} options
 *   unit: the one that the address names; years: the years that can be chosen
 * @param {...Node} more fields of the page
 */
export function showSafetyFilter(host, { t, format, session, question, unit, search, years, allYears, onChange }, ...more) {
  const select = (testid, value, options, change) => h('select', { class: 'select', testid, value: String(value), on: { change } }, options)
  const option = (value, text) => h('option', { value: String(value), text })
  const place = select(
    'safety-place',
    question.place,
    [session.places.length > 1 && option('', t('overview.everywhere')), ...session.places.map((each) => option(each.id, each.fullName))],
    () => {
      narrower.value = null
      onChange({ place: place.value, within: '' })
    },
  )
  const narrower = unitField({
    t,
    format,
    label: t('movement.narrower'),
    testid: 'safety-within',
    unit,
    search,
    announce: () => {},
    onChange: () => onChange({ within: narrower.value ? String(narrower.value.id) : '' }),
  })
  fill(
    host,
    h(
      'details',
      // The heading says what is chosen; on a phone the answer comes first.
      { class: 'safety-question', open: !isPhone() },
      h('summary', { testid: 'safety-filter-open', text: t('safetyTable.filter') }),
      h(
        'div',
        { class: 'movement-filter safety-filter' },
        field(t('places.label'), place),
        narrower.element,
        years.map(({ name, label }) => {
          const year = select(`safety-${name}`, question[name], allYears.map((value) => option(value, String(value))), () =>
            onChange({ [name]: Number(year.value) }),
          )
          return field(label, year)
        }),
        more,
      ),
    ),
  )
}

/** A past day whose records are shown; empty for now. @param {{t: Function, format: object, session: object, question: object, onChange: Function}} options */
export function asOfField({ t, format, session, question, onChange }) {
  const day = dateField({
    t,
    format,
    testid: 'safety-as-of',
    value: question.asOf,
    onChange() {
      const value = day.value
      if (value && !isDay(value)) return
      onChange({ asOf: value && value < session.today ? value : '' })
    },
  })
  return field(t('asOf.label'), day, { hint: t('asOf.hint') })
}

/** A field with a list of choices. @param {{t: Function}} context @param {{name: string, label: string, values: string[], text: (value: string) => string, value: string, onChange: Function}} options */
export function choiceField({ name, label, values, text, value, onChange }) {
  const input = h(
    'select',
    { class: 'select', testid: `safety-${name}`, value, on: { change: () => onChange({ [name]: input.value }) } },
    values.map((each) => h('option', { value: each, text: text(each) })),
  )
  return field(label, input)
}
