import { isDay, presetPeriods } from '../model/dates.js'
import { dateField } from './datefield.js'
import { field, fill, h } from './dom.js'
import { unitField } from './unitfield.js'

/**
 * Which register, where, and which days.
 * @param {HTMLElement} host
 * @param {{t: Function, format: object, session: object, registers: Array<{register: string, label: string}>, state: object,
 *   unit: object|null, search: Function, announce: Function, onChange: (change: object) => void}} options
 */
export function showMovementFilter(host, { t, format, session, registers, state, unit, search, announce, onChange }) {
  const select = (testid, value, options, change) =>
    h('select', { class: 'select', testid, value, on: { change } }, options)
  const register = select(
    'movement-register',
    state.register,
    registers.map((each) => h('option', { value: each.register, text: each.label })),
    () => onChange({ register: register.value }),
  )
  const place = select(
    'movement-place',
    state.place,
    session.places.map((each) => h('option', { value: String(each.id), text: each.fullName })),
    () => {
      narrower.value = null
      onChange({ place: place.value, within: null })
    },
  )
  const narrower = unitField({
    t,
    format,
    label: t('movement.narrower'),
    testid: 'movement-within',
    unit,
    search,
    announce,
    onChange: () => onChange({ within: narrower.value ? String(narrower.value.id) : null }),
  })
  const from = dateField({ t, format, testid: 'movement-from', value: state.from, onChange: days })
  const to = dateField({ t, format, testid: 'movement-to', value: state.to, onChange: days })
  const fault = h('p', { class: 'hint hint-error', role: 'status' })
  const presets = presetPeriods(session.today, session.coverage, Number(state.to.slice(0, 4)), state)
  const preset = select(
    'movement-preset',
    '',
    [
      h('option', { value: '', text: t('movement.ownDays') }),
      presets.map(({ id, period }) =>
        h('option', { value: id, text: t(`period.preset.${id}`, { year: Number(period.to.slice(0, 4)) }) }),
      ),
    ],
    () => {
      const chosen = presets.find(({ id }) => id === preset.value)?.period
      if (!chosen) return
      from.value = chosen.from
      to.value = chosen.to
      fill(fault)
      onChange(chosen)
    },
  )
  const same = presets.find(({ period }) => period.from === state.from && period.to === state.to)
  preset.value = same?.id ?? ''

  function days() {
    preset.value = ''
    const change = { from: from.value, to: to.value }
    if (!isDay(change.from) || !isDay(change.to)) return fill(fault, t('period.incomplete'))
    if (change.from > change.to) return fill(fault, t('period.reversed'))
    fill(fault)
    onChange(change)
  }

  fill(
    host,
    h(
      'div',
      { class: 'movement-filter' },
      field(t('movement.register'), register),
      field(t('places.label'), place),
      field(t('period.presets'), preset),
      narrower.element,
      field(t('period.from'), from),
      field(t('period.to'), to),
    ),
    fault,
  )
}
