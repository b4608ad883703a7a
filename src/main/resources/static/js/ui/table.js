import { isUnstable, sortRows, themeValue } from '../model/figures.js'
import { fill, h } from './dom.js'
import { swatch } from './legend.js'

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
    if (!view)
      return fill(
        host,
        h(
          'div',
          { class: 'skeleton-lines', 'aria-hidden': 'true' },
          Array.from({ length: 8 }, () => h('span')),
        ),
      )
    const rows = sortRows(view.rows, order, format.compareNames)
    const scroll = host.scrollTop
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
        h('tbody', {}, rows.map(line)),
      ),
      view.asOf && h('p', { class: 'hint', text: t('asOf.past', { day: format.day(view.asOf) }) }),
      rows.some((row) => isUnstable(row, rateColumn(view.theme))) &&
        h('p', { class: 'hint', text: `* ${t('legend.unstable')}` }),
      !rows.length && h('p', { class: 'empty', text: t('table.empty') }),
      h('p', { class: 'table-year' }, h('a', { class: 'map-link', href: view.yearTable, testid: 'table-year', text: t('table.year', { year: view.year }) })),
    )
    host.scrollTop = scroll
  }

  return {
    /** @param {object|null} next rows, legend, theme, level, period, year, asOf, yearTable (its address), boundaryDay, selectedId */
    update(next) {
      view = next
      render()
    },
    select(id, { reveal = true } = {}) {
      if (!view) return
      view.selectedId = id
      for (const row of host.querySelectorAll('tr[data-row-id]')) {
        const current = row.dataset.rowId === id
        if (current) row.setAttribute('aria-current', 'true')
        else row.removeAttribute('aria-current')
        if (current && reveal) row.scrollIntoView({ block: 'nearest' })
      }
    },
    hover(id) {
      for (const row of host.querySelectorAll('tr[data-row-id]'))
        row.classList.toggle('is-hovered', row.dataset.rowId === id)
    },
  }
}
