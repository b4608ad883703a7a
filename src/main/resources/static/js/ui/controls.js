import { isDay } from '../model/dates.js'
import { LEVELS, THEMES } from '../model/figures.js'
import { writeYearQuestion } from '../model/safetyyears.js'
import { LAYERS } from '../model/urlstate.js'
import { dateField } from './datefield.js'
import { field, fill, h } from './dom.js'

/**
 * What the map shows: colour theme, level, assessment year, layers.
 * @param {HTMLElement} host
 * @param {{t: Function, format: object, session: object, years: number[], onChange: (change: object) => void}} options
 */
export function createControls(host, { t, format, session, years, onChange }) {
  const themes = radios('theme', THEMES, (theme) => onChange({ theme }))
  const levels = radios('level', LEVELS, (level) => onChange({ level }))
  const year = h(
    'select',
    {
      class: 'select',
      id: 'year-select',
      testid: 'year-select',
      on: { change: () => onChange({ year: Number(year.value) }) },
    },
    years.map((value) => h('option', { value: String(value), text: String(value) })),
  )
  const yearRow = h(
    'div',
    { class: 'inline-field' },
    h('label', { for: 'year-select', text: t('controls.year') }),
    year,
  )
  const asOf = dateField({
    t,
    format,
    testid: 'as-of',
    onChange() {
      const day = asOf.value
      if (day && !isDay(day)) return
      // A day that is not over is the present.
      onChange({ asOf: day && day < session.today ? day : null })
    },
  })
  const asOfRow = field(t('asOf.label'), asOf, { hint: t('asOf.hint'), class: 'as-of-field' })
  const compare = h('a', { class: 'map-link', testid: 'compare-years', text: t('controls.compare') })
  const boxes = new Map(LAYERS.map((layer) => [layer, box(layer)]))

  fill(
    host,
    h(
      'fieldset',
      { class: 'group', testid: 'theme-select' },
      h('legend', { text: t('controls.theme') }),
      h('div', { class: 'option-grid' }, themes.nodes),
      yearRow,
      asOfRow,
      compare,
    ),
    h(
      'fieldset',
      { class: 'group', testid: 'level-select' },
      h('legend', { text: t('controls.level') }),
      h('div', { class: 'segments' }, levels.nodes),
    ),
    h(
      'fieldset',
      { class: 'group' },
      h('legend', { text: t('controls.layers') }),
      h(
        'div',
        { class: 'layer-list' },
        [...boxes.values()].map((entry) => entry.node),
      ),
    ),
  )

  function radios(name, values, choose) {
    const inputs = values.map((value) =>
      h('input', {
        type: 'radio',
        name,
        value,
        class: 'visually-hidden',
        testid: `${name}-${value}`,
        on: { change: () => choose(value) },
      }),
    )
    const nodes = inputs.map((input, index) =>
      h(
        'label',
        { class: 'option' },
        input,
        h(
          'span',
          { class: 'option-box' },
          h('span', { class: 'option-name', text: t(`${name}.${values[index]}`) }),
          name === 'theme' && h('span', { class: 'option-unit', text: t(`theme.${values[index]}.unit`) }),
        ),
      ),
    )
    return { inputs, nodes }
  }

  function box(layer) {
    const locked = layer === 'incidents' && !session.rights.viewIncidentPoints
    const input = h('input', {
      type: 'checkbox',
      class: 'switch',
      id: `layer-${layer}`,
      testid: `layer-${layer}`,
      disabled: locked,
      on: { change },
    })
    const note = locked ? h('span', { class: 'layer-note', text: t('layer.noPoints') }) : null
    const node = h(
      'label',
      { class: `layer${locked ? ' is-locked' : ''}`, for: `layer-${layer}` },
      h('span', { class: `layer-sign sign-${layer}`, 'aria-hidden': 'true' }),
      h('span', { class: 'layer-name' }, t(`layer.${layer}`), note),
      input,
    )
    return { input, node }
  }

  function change() {
    onChange({ layers: LAYERS.filter((layer) => boxes.get(layer).input.checked) })
  }

  return {
    /** @param {{theme: string, level: string, year: number, layers: string[]}} state */
    update(state) {
      for (const input of themes.inputs) input.checked = input.value === state.theme
      for (const input of levels.inputs) input.checked = input.value === state.level
      for (const [layer, entry] of boxes) entry.input.checked = !entry.input.disabled && state.layers.includes(layer)
      year.value = String(state.year)
      // What is being typed is left alone.
      if (document.activeElement !== asOf.input) asOf.value = state.asOf ?? ''
      yearRow.hidden = state.theme !== 'status'
      asOfRow.hidden = state.theme !== 'status'
      compare.hidden = state.theme !== 'status'
      compare.href = `/safety/compare${writeYearQuestion(state, ['place', 'year'])}`
    },
  }
}
