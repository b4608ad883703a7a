import { isUnstable, sortRows, themeValue } from '../model/figures.js'
import { createSlices } from '../model/slices.js'
import { fill, h } from './dom.js'
import { swatch } from './legend.js'

/** Rows drawn at once; the others follow in small steps, so that nobody waits for them. */
const AT_ONCE = 100
/** More rows than this are drawn on demand only. */
const MOST_UNASKED = 4000
const MORE = 1000

/** Rate columns follow the theme, so that the table fits beside the map. */
const rateColumn = (theme) => (theme === 'per1000' ? 'per1000' : 'density')

/**
 * The facts of the map as a sortable table: one row per area, a button in each to open it.
 * @param {HTMLElement} host
 * @param {{t: Function, format: object, onSelect: (id: string) => void, onHover: (id: string|null) => void}} options
 */
export function createTable(host, { t, format, onSelect, onHover }) {
  let order = { column: 'count', descending: true }
  let view = null
  const slices = createSlices()
  let stop = () => {}
  let hovered = null
  /** Rows that are there to be drawn, in their order, and how many are. */
  let rows = []
  let drawn = 0
  let body = null
  /** Row elements by id. */
  const lines = new Map()

  function header(column, className = '') {
    const current = order.column === column
    const direction = !current ? 'none' : order.descending ? 'descending' : 'ascending'
    return h(
      'th',
      { scope: 'col', 'aria-sort': direction, class: className },
      h(
        'button',
        { type: 'button', class: 'sort', testid: `sort-${column}`, on: { click: () => sortBy(column) } },
        h('span', { text: t(`table.${column}`) }),
        h('span', { class: 'sort-sign', 'aria-hidden': 'true', text: !current ? '↕' : order.descending ? '↓' : '↑' }),
      ),
    )
  }

  function sortBy(column) {
    order = {
      column,
      descending: order.column === column ? !order.descending : column !== 'name' && column !== 'status',
    }
    render()
    host.querySelector(`[data-testid="sort-${column}"]`)?.focus()
  }

  function figure(row, column) {
    const value = themeValue(row, column)
    if (value === null)
      return h('td', { class: 'number' }, h('span', { class: 'missing', text: '–', title: t('legend.noData') }))
    const text = column === 'count' ? format.count(value) : format.number(value)
    const few = isUnstable(row, column)
    return h(
      'td',
      { class: 'number' },
      text,
      few && h('abbr', { class: 'few', title: t('legend.unstable'), text: '*' }),
    )
  }

  function line(row) {
    const status = row.safety?.status
    return h(
      'tr',
      {
        data: { rowId: row.id },
        'aria-current': view.selectedId === row.id ? 'true' : false,
        on: { click: () => onSelect(row.id), mouseenter: () => onHover(row.id), mouseleave: () => onHover(null) },
      },
      h(
        'th',
        { scope: 'row' },
        h(
          'button',
          {
            type: 'button',
            class: 'row-button',
            on: {
              click: (event) => (event.stopPropagation(), onSelect(row.id)),
              focus: () => onHover(row.id),
              blur: () => onHover(null),
            },
          },
          swatch(view.legend.fillOf(row), 14, 14),
          h(
            'span',
            {},
            h('span', { class: 'row-name', text: row.fullName }),
            row.parentName && h('span', { class: 'row-parent', text: row.parentName }),
          ),
        ),
      ),
      figure(row, 'count'),
      figure(row, rateColumn(view.theme)),
      h('td', { class: 'status-cell', text: status ? t(`status.${status}`) : '–' }),
    )
  }

  function render() {
    stop()
    lines.clear()
    rows = []
    if (!view)
      return fill(
        host,
        h(
          'div',
          { class: 'skeleton-lines', 'aria-hidden': 'true' },
          Array.from({ length: 8 }, () => h('span')),
        ),
      )
    rows = sortRows(view.rows, order, format.compareNames)
    const scroll = host.scrollTop
    const focused = document.activeElement?.closest?.('tr[data-row-id]')?.dataset.rowId
    drawn = 0
    body = h('tbody', {})
    drawTo(Math.max(AT_ONCE, rows.findIndex((row) => row.id === focused) + 1))
    fill(
      host,
      h(
        'table',
        { class: 'facts', testid: 'facts-table' },
        h('caption', {
          text: t('table.caption', {
            level: t(`level.${view.level}`),
            period: format.period(view.period),
            year: view.year,
            day: format.day(view.boundaryDay),
          }),
        }),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            header('name'),
            header('count', 'number'),
            header(rateColumn(view.theme), 'number'),
            header('status'),
          ),
        ),
        body,
      ),
      rows.length > MOST_UNASKED && moreButton(),
      view.asOf && h('p', { class: 'hint', text: t('asOf.past', { day: format.day(view.asOf) }) }),
      rows.some((row) => isUnstable(row, rateColumn(view.theme))) &&
        h('p', { class: 'hint', text: `* ${t('legend.unstable')}` }),
      !rows.length && h('p', { class: 'empty', text: t('table.empty') }),
      h('p', { class: 'table-year' }, h('a', { class: 'map-link', href: view.yearTable, testid: 'table-year', text: t('table.year', { year: view.year }) })),
    )
    host.scrollTop = scroll
    stop = slices.add(drawRest(scroll))
  }

  function drawTo(end) {
    for (; drawn < Math.min(end, rows.length); drawn++) {
      const row = rows[drawn]
      const element = line(row)
      lines.set(row.id, element)
      body.append(element)
    }
  }

  function* drawRest(scroll) {
    while (drawn < Math.min(rows.length, MOST_UNASKED)) {
      yield
      drawTo(drawn + 4)
    }
    if (host.scrollTop < scroll && host.scrollTop > 0) host.scrollTop = scroll
  }

  function moreButton() {
    const label = () => t('table.more', { count: format.count(Math.min(MORE, rows.length - Math.max(drawn, MOST_UNASKED))) })
    const button = h('button', {
      type: 'button',
      class: 'button',
      testid: 'table-more',
      text: label(),
      on: {
        click() {
          const first = Math.max(drawn, MOST_UNASKED)
          drawTo(first + MORE)
          lines.get(rows[first].id).querySelector('.row-button').focus()
          button.hidden = drawn >= rows.length
          button.textContent = label()
        },
      },
    })
    return button
  }

  return {
    /** @param {object|null} next rows, legend, theme, level, period, year, asOf, yearTable (its address), boundaryDay, selectedId */
    update(next) {
      view = next
      render()
    },
    select(id, { reveal = true } = {}) {
      if (!view) return
      lines.get(view.selectedId)?.removeAttribute('aria-current')
      view.selectedId = id
      drawTo(rows.findIndex((row) => row.id === id) + 1)
      lines.get(id)?.setAttribute('aria-current', 'true')
      if (reveal) lines.get(id)?.scrollIntoView({ block: 'nearest' })
    },
    hover(id) {
      lines.get(hovered)?.classList.remove('is-hovered')
      hovered = id
      lines.get(id)?.classList.add('is-hovered')
    },
  }
}
