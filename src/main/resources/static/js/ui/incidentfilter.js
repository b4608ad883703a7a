import { FLAGS, HANDLING_LEVELS, STATES, emptyFilter, isNarrowed } from '../model/incidentfilter.js'
import { field, fill, h } from './dom.js'

/**
 * What the list shows: whose marks, which period, and what they must be.
 * @param {{t: Function, format: object, session: object, loadCategories: () => Promise<object[]>,
 *   presets: () => Array<{id: string, period: {from: string, to: string}}>, onPeriod: (period: object) => void,
 *   onChange: (filter: import('../model/incidentfilter.js').ListFilter) => void}} options
 */
export function createIncidentFilter({ t, format, session, loadCategories, presets, onPeriod, onChange }) {
  const { markIncidents, viewIncidentPoints } = session.rights
  let filter = emptyFilter(markIncidents)

  function change(next) {
    filter = { ...filter, ...next }
    show()
    onChange(filter)
  }

  const scopes = [
    [true, 'mine'],
    [false, 'period'],
  ].map(([mine, key]) => {
    const input = h('input', {
      type: 'radio',
      name: 'incident-list',
      class: 'visually-hidden',
      testid: `incidents-${key}`,
      on: { change: () => change({ mine }) },
    })
    return {
      mine,
      input,
      node: h('label', { class: 'option' }, input, h('span', { class: 'option-box', text: t(`incidents.${key}`) })),
    }
  })

  const period = h('select', {
    class: 'select',
    testid: 'incident-period',
    'aria-label': t('incidents.periodLabel'),
    on: { change: () => onPeriod(presets().find((preset) => preset.id === period.value).period) },
  })

  const chips = [...FLAGS, ...(viewIncidentPoints ? ['inView'] : [])].map((flag) => ({
    flag,
    node: h('button', {
      type: 'button',
      class: 'chip',
      testid: `incidents-${flag}`,
      text: t(`incidents.${flag}`),
      on: { click: () => change({ [flag]: !filter[flag] }) },
    }),
  }))

  const selects = {
    category: select('category', []),
    state: select('state', STATES),
    handlingLevel: select('handlingLevel', HANDLING_LEVELS),
  }
  const clear = h('button', {
    type: 'button',
    class: 'button button-quiet',
    testid: 'incidents-clear',
    text: t('incidents.clear'),
    on: { click: () => change({ ...emptyFilter(filter.mine), inView: filter.inView }) },
  })
  const more = h(
    'details',
    { class: 'fold', testid: 'incidents-more', on: { toggle: () => more.open && fillCategories() } },
    h('summary', { text: t('incidents.more') }),
    h(
      'div',
      { class: 'filter-fields' },
      field(t('incident.category'), selects.category),
      field(t('incident.state'), selects.state),
      field(t('mark.handling'), selects.handlingLevel),
      clear,
    ),
  )

  function select(name, values) {
    const node = h(
      'select',
      { class: 'select', testid: `incidents-${name}`, on: { change: () => change({ [name]: node.value }) } },
      h('option', { value: '', text: t('incidents.all') }),
      values.map((value) =>
        h('option', { value, text: name === 'state' ? t(`state.${value}`) : t(`handling.${value}`) }),
      ),
    )
    return node
  }

  async function fillCategories() {
    if (selects.category.options.length > 1) return
    const categories = await loadCategories()
    selects.category.append(...categories.map(({ code, name }) => h('option', { value: code, text: name })))
    show()
  }

  const element = h(
    'div',
    { class: 'incident-filter' },
    markIncidents &&
      h(
        'div',
        { class: 'segments', role: 'radiogroup', 'aria-label': t('incidents.title') },
        scopes.map((scope) => scope.node),
      ),
    period,
    h(
      'div',
      { class: 'chips', role: 'group', 'aria-label': t('incidents.flags') },
      chips.map((chip) => chip.node),
    ),
    more,
  )

  function show() {
    for (const { mine, input } of scopes) input.checked = filter.mine === mine
    for (const { flag, node } of chips) node.setAttribute('aria-pressed', String(filter[flag]))
    for (const [name, node] of Object.entries(selects)) node.value = filter[name]
    period.hidden = filter.mine
    clear.hidden = !isNarrowed(filter)
  }
  show()

  return {
    element,
    get value() {
      return filter
    },
    /** @param {{from: string, to: string}} current the period of the page */
    setPeriod(current) {
      const known = presets()
      const chosen = known.find(({ period: { from, to } }) => from === current.from && to === current.to)
      fill(
        period,
        !chosen && h('option', { value: '', text: format.period(current) }),
        known.map(({ id, period: { from, to } }) =>
          h('option', {
            value: id,
            text: `${format.period({ from, to })} · ${t(`period.preset.${id}`, { year: Number(to.slice(0, 4)) })}`,
          }),
        ),
      )
      period.value = chosen?.id ?? ''
    },
  }
}
