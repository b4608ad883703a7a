import { isDay, presetPeriods } from '../../model/dates.js'
import { dateField } from '../datefield.js'
import { field, fill, h, isPhone } from '../dom.js'
import { unitField } from '../unitfield.js'

/**
 * Place, days and category of a page about incidents, and what its view adds.
 * @param {HTMLElement} host @param {object} page @param {Node[]} more fields of the view
 */
export function showDensityFilter(host, page, more) {
  const { t, format, session, question, unit, search, categories, announce, change } = page
  const option = (value, text) => h('option', { value: String(value), text })
  const place = h(
    'select',
    {
      class: 'select',
      testid: 'density-place',
      value: question.place,
      on: {
        change() {
          narrower.value = null
          change({ place: place.value, within: '' })
        },
      },
    },
    session.places.length > 1 && option('', t('overview.everywhere')),
    session.places.map((each) => option(each.id, each.fullName)),
  )
  const narrower = unitField({
    t,
    format,
    label: t('movement.narrower'),
    testid: 'density-within',
    unit,
    search,
    announce,
    onChange: () => change({ within: narrower.value ? String(narrower.value.id) : '' }),
  })
  const category = h(
    'select',
    { class: 'select', testid: 'density-category', value: question.category, on: { change: () => change({ category: category.value }) } },
    option('', t('density.allCategories')),
    categories.map(({ code, name }) => option(code, name)),
  )
  fill(
    host,
    h(
      'details',
      // The figures come first on a phone.
      { class: 'safety-question', open: !isPhone() },
      h('summary', { testid: 'density-filter-open', text: t('density.filter') }),
      h(
        'div',
        { class: 'movement-filter density-filter' },
        field(t('places.label'), place),
        narrower.element,
        periodFields(page),
        field(t('density.category'), category),
        more,
      ),
    ),
  )
}

function periodFields({ t, format, session, question, change }) {
  const from = dateField({ t, format, testid: 'density-from', value: question.from, onChange: days })
  const to = dateField({ t, format, testid: 'density-to', value: question.to, onChange: days })
  const fault = h('p', { class: 'hint hint-error', role: 'status' })
  const presets = presetPeriods(session.today, session.coverage, Number(question.to.slice(0, 4)), question)
  const preset = h(
    'select',
    { class: 'select', testid: 'density-preset', on: { change: pick } },
    h('option', { value: '', text: t('movement.ownDays') }),
    presets.map(({ id, period }) => h('option', { value: id, text: t(`period.preset.${id}`, { year: Number(period.to.slice(0, 4)) }) })),
  )
  preset.value = presets.find(({ period }) => period.from === question.from && period.to === question.to)?.id ?? ''

  function pick() {
    const chosen = presets.find(({ id }) => id === preset.value)?.period
    if (!chosen) return
    from.value = chosen.from
    to.value = chosen.to
    fill(fault)
    change({ from: chosen.from, to: chosen.to })
  }

  function days() {
    preset.value = ''
    const [first, last] = [from.value, to.value]
    if (!isDay(first) || !isDay(last)) return fill(fault, t('period.incomplete'))
    if (first > last) return fill(fault, t('period.reversed'))
    fill(fault)
    return change({ from: first, to: last })
  }

  return [field(t('density.period'), preset), field(t('density.from'), from), h('div', {}, field(t('density.to'), to), fault)]
}

/** A field with a list of choices. @param {object} page @param {string} name of the part of the question @param {string[]} values @param {(value: string) => string} text */
export function densityChoice({ t, question, change }, name, values, text) {
  const input = h(
    'select',
    { class: 'select', testid: `density-${name}`, value: question[name], on: { change: () => change({ [name]: input.value }) } },
    values.map((value) => h('option', { value, text: text(value) })),
  )
  return field(t(`density.${name}`), input)
}
