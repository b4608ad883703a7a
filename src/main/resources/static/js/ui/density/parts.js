import { query } from '../../api/http.js'
import { loadFeatures } from '../../api/territory.js'
import { createFigureMap } from '../../map/figuremap.js'
import { toCsv } from '../../model/csv.js'
import { creditsElement } from '../credits.js'
import { h, isPhone } from '../dom.js'
import { swatch } from '../legend.js'
import { saveFile } from '../savefile.js'

/** What the views about incidents share: ground, map, legend, table. */

let provincesOnce = null
/** The frame of the country, the same for every question. */
const loadProvinces = () => (provincesOnce ??= loadFeatures('provinces').then(({ features }) => features))

/** Areas of the level and the communes around them on the last day of the period. */
export async function loadGround({ question }, level, signal) {
  const filter = { day: question.to, within: question.within || question.place }
  const load = (collection) => loadFeatures(collection, filter, { signal }).then(({ features }) => features)
  const [provinces, communes, areas] = await Promise.all([
    loadProvinces(),
    load('communes'),
    level && level !== 'communes' ? load(level) : null,
  ])
  return { provinces, communes, areas: areas ?? communes }
}

/** @param {string} label what the map shows, for who does not see it */
export function mapFrame(label, testid = 'density-map') {
  const map = h('div', { class: 'map', testid, role: 'region', 'aria-label': label })
  return { map, element: h('div', { class: 'density-map' }, map) }
}

/** To be called once the frame stands in the page. */
export const figureMap = ({ t }, map, provinces, options = {}) =>
  createFigureMap(map, { t, provinces, credits: () => creditsElement(t), ...options })

/** @param {Array<{fill: object, label: string, count?: number}>} items */
export function legendList({ t, format }, title, items) {
  return h(
    'figure',
    { class: 'density-legend', testid: 'density-legend' },
    h('figcaption', { text: title }),
    h(
      'ul',
      {},
      items.map(({ fill, label, count }) =>
        h(
          'li',
          {},
          swatch(fill),
          h('span', { text: label }),
          count !== undefined && h('span', { class: 'muted', title: t('legend.areas', { count }), text: `(${format.count(count)})` }),
        ),
      ),
    ),
  )
}

/** So many rows are drawn at once: a province has thousands, and on a phone each row is a card. */
const rowsAtOnce = () => (isPhone() ? 12 : 200)

/**
 * @param {{t: Function, format: object}} context
 * @param {{caption: string, testid: string, heads: Array<{key: string, text: string, number?: boolean}>,
 *   rows: Array<{id: string, cells: Array<string|Node|Array>, onSelect?: () => void}>}} table first cell is the name
 */
export function figureTable({ t, format }, { caption, testid, heads, rows }) {
  const body = h('tbody', {})
  const more = h('button', { type: 'button', class: 'button', testid: `${testid}-more`, on: { click: () => draw(true) } })
  let drawn = 0

  function draw(focus) {
    const next = rows.slice(drawn, drawn + rowsAtOnce()).map((row) => line(heads, row))
    body.append(...next)
    drawn += next.length
    more.hidden = drawn >= rows.length
    more.textContent = t('density.more', { count: format.count(Math.min(rowsAtOnce(), rows.length - drawn)), all: format.count(rows.length) })
    if (focus) next[0]?.querySelector('button')?.focus()
  }

  draw(false)
  return h(
    'div',
    { class: 'table-scroll' },
    h(
      'table',
      { class: 'admin-table year-table density-table', testid },
      h('caption', { class: 'visually-hidden', text: caption }),
      h('thead', {}, h('tr', {}, heads.map(({ text, number }) => h('th', { scope: 'col', class: number ? 'number' : null, text })))),
      body,
    ),
    more,
  )
}

function line(heads, { id, cells, onSelect }) {
  // One child: on a phone the cell is a grid of label and content.
  const whole = (content) => h('span', {}, content)
  return h(
    'tr',
    { data: { id } },
    cells.map((content, index) =>
      index === 0
        ? h('th', { scope: 'row', 'data-label': heads[0].text }, onSelect ? h('button', { type: 'button', class: 'link-button', on: { click: onSelect } }, content) : whole(content))
        : h('td', { 'data-label': heads[index].text, class: heads[index].number ? 'number' : null }, whole(content)),
    ),
  )
}

/** @param {() => Array<Array<string|number|null>>} rows made when asked for */
export const csvButton = ({ t }, fileName, rows, { testid = 'density-csv', text = t('density.csv') } = {}) =>
  h('button', {
    type: 'button',
    class: 'button',
    testid,
    text,
    on: { click: () => saveFile({ blob: new Blob([toCsv(rows())], { type: 'text/csv;charset=utf-8' }), fileName: `${fileName}.csv` }) },
  })

/** The layer behind the figures, for QGIS and others. @param {string} collection @param {string} [sizeM] of a grid */
export function fileLinks({ t, session, question }, collection, sizeM = '') {
  if (!session.rights.exportData) return null
  const { place, within, from, to, category } = question
  const crs = session.places.find(({ id }) => String(id) === place)?.projectedCrs ?? ''
  const asked = query({ crs, from, to, within: within || place, category, sizeM })
  return ['gpkg', 'shp.zip'].map((ending) =>
    h('a', { class: 'button', testid: `layer-${ending}`, href: `/api/exports/${collection}.${ending}${asked}`, download: '', text: t(`density.layer.${ending}`) }),
  )
}

/** Small print: what stands in no figure, and what the figures rest on. */
export const notes = (...lines) =>
  h('ul', { class: 'density-notes muted small' }, lines.flat().filter(Boolean).map((text) => h('li', { text })))

/** What is counted in no area, and what this account does not see. */
export const countNotes = ({ t, format }, { notCounted, restrictedExcluded }) => [
  notCounted.tooInexact > 0 && t('density.tooInexact', { count: format.count(notCounted.tooInexact) }),
  notCounted.outsideAreas > 0 && t('density.outsideAreas', { count: format.count(notCounted.outsideAreas) }),
  restrictedExcluded && t('density.restricted'),
]
