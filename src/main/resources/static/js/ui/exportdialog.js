import { isDay } from '../model/dates.js'
import { dateField } from './datefield.js'
import { openDialog } from './dialog.js'
import { field, fill, h, newId } from './dom.js'
import { createExportProgress } from './exportprogress.js'
import { icon } from './icons.js'
import { problemBox } from './messages.js'
import { saveFile } from './savefile.js'

const COLLECTIONS = [
  'residential-areas',
  'villages',
  'residential-blocks',
  'communes',
  'districts',
  'provinces',
  'road-segments',
  'incidents',
  'security-teams',
]
/** Finer than an area, so for accounts that see single places. */
const GRIDS = ['hexagons', 'squares']
const SIZES_M = ['250', '500', '1000', '2000']
const FORMATS = ['shp.zip', 'gpkg', 'geojson', 'kml', 'csv']

/** By their standards these have no other system. */
const WGS84_FORMATS = ['geojson', 'kml']
const ALL = 'all'
const IN_VIEW = 'view'
const WGS84 = 'EPSG:4326'
const KINDS = ['vn2000-tm3', 'vn2000-utm', 'vn2000-geographic', 'wgs84', 'wgs84-utm']

/**
 * Export of a layer: what, as which file, in which reference system, of where and for which period.
 * @param {{t: Function, format: object, session: object, state: object, bbox: number[], placeSystem: string|null,
 *   areas: Array<{id: string, name: string}>, loadSystems: () => Promise<object[]>, loadCategories: () => Promise<object[]>,
 *   download: (collection: string, format: string, options: object, following: object) => Promise<{blob: Blob, fileName: string}>}} options
 *   areas: to which the file can be limited
 */
export function openExport({
  t,
  format,
  session,
  state,
  bbox,
  placeSystem,
  areas,
  loadSystems,
  loadCategories,
  download,
}) {
  const answer = h('div', { 'aria-live': 'polite' })
  const progress = createExportProgress({ t, format })
  const option = (value, text) => h('option', { value, text })
  const name = (id) =>
    t(id === 'incidents' && !session.rights.viewIncidentPoints ? 'export.incidentsByArea' : `collection.${id}`)
  const collection = h(
    'select',
    { class: 'select', testid: 'export-collection', value: state.level, on: { change: drawFormat } },
    [...COLLECTIONS, ...(session.rights.viewIncidentPoints ? GRIDS : [])].map((id) => option(id, name(id))),
    option(ALL, t('export.all')),
  )
  const size = h('select', { class: 'select', testid: 'export-size', value: '500' }, SIZES_M.map((meters) => option(meters, `${meters} m`)))
  const sizeField = field(t('export.size'), size, { hint: t('export.sizeHint') })
  const kind = h(
    'select',
    { class: 'select', testid: 'export-format', on: { change: drawFormat } },
    FORMATS.map((id) => option(id, t(`export.format.${id}`))),
  )
  const kindHint = h('p', { class: 'hint', id: newId('hint'), testid: 'export-format-hint' })
  kind.setAttribute('aria-describedby', kindHint.id)
  const kindField = field(t('export.format'), kind)
  kindField.append(kindHint)
  const system = h('select', { class: 'select', testid: 'export-crs' })
  const where = h(
    'select',
    { class: 'select', testid: 'export-where' },
    option('', t('export.everywhere')),
    areas.map((area) => option(area.id, area.name)),
    option(IN_VIEW, t('export.onlyView')),
  )
  const category = h('select', { class: 'select', testid: 'export-category' })
  const from = dateField({ t, format, value: state.from, testid: 'export-from' })
  const to = dateField({ t, format, value: state.to, testid: 'export-to' })
  const boundary = dateField({ t, format, value: state.day ?? '', testid: 'export-boundary-day' })
  const submitButton = h(
    'button',
    { type: 'submit', class: 'button button-primary', testid: 'export-download', disabled: true },
    icon('download'),
    t('export.download'),
  )

  const cancelButton = h('button', { type: 'button', class: 'button', testid: 'export-cancel', text: t('common.cancel') })
  cancelButton.hidden = true
  let systems = []
  let stop = () => {}
  cancelButton.addEventListener('click', () => stop())

  async function fillSystems() {
    try {
      systems = await loadSystems()
      const categories = await loadCategories()
      fill(category, option('', t('export.everyCategory')), ...categories.map((entry) => option(entry.code, entry.name)))
      drawFormat()
      submitButton.disabled = false
      fill(answer)
    } catch (error) {
      fill(answer, problemBox(error, t, fillSystems))
    }
  }

  /** What the format allows: all layers in a GeoPackage only, other systems than WGS 84 not everywhere. */
  function drawFormat() {
    const all = collection.value === ALL
    if (all) kind.value = 'gpkg'
    kind.disabled = all
    sizeField.hidden = !GRIDS.includes(collection.value)
    const onlyWgs84 = WGS84_FORMATS.includes(kind.value)
    const wanted = system.disabled ? null : system.value
    fill(system, groups(onlyWgs84 ? systems.filter((entry) => entry.code === WGS84) : systems))
    if (!onlyWgs84 && wanted) system.value = wanted
    system.disabled = onlyWgs84
    fill(kindHint, t(`export.formatHint.${kind.value}`))
  }

  function groups(list) {
    const text = (entry) =>
      [`${entry.name} (${entry.code})`, entry.provinces?.length ? entry.provinces.join(', ') : null]
        .filter(Boolean)
        .join(' – ')
    const entryOption = (entry) => option(entry.code, text(entry))
    const own = list.filter((entry) => entry.code === placeSystem)
    const rest = KINDS.map((group) => [
      group,
      list.filter((entry) => entry.kind === group && entry.code !== placeSystem),
    ])
    return [
      own.length ? h('optgroup', { label: t('export.ownSystem') }, own.map(entryOption)) : null,
      rest.map(([group, entries]) =>
        entries.length ? h('optgroup', { label: t(`crs.${group}`) }, entries.map(entryOption)) : null,
      ),
    ]
  }

  async function submit(event) {
    event.preventDefault()
    if (!isDay(from.value) || !isDay(to.value) || from.value > to.value)
      return fill(answer, h('p', { class: 'hint hint-error', role: 'alert', text: t('period.reversed') }))
    const leaving = new AbortController()
    stop = () => leaving.abort()
    cancelButton.hidden = false
    submitButton.disabled = true
    fill(answer, h('p', { class: 'hint', text: t('export.working') }))
    progress.start()
    try {
      const file = await download(
        collection.value,
        kind.value,
        {
          crs: system.value,
          from: from.value,
          to: to.value,
          boundaryDay: boundary.value,
          category: category.value,
          sizeM: sizeField.hidden ? null : size.value,
          within: where.value === IN_VIEW ? null : where.value,
          bbox: where.value === IN_VIEW ? bbox.map((value) => value.toFixed(6)).join(',') : null,
        },
        { signal: leaving.signal, onBytes: progress.bytes },
      )
      saveFile(file)
      fill(
        answer,
        h(
          'p',
          { class: 'notice notice-success', testid: 'export-done' },
          icon('check'),
          h('span', { text: t('export.done', { file: file.fileName }) }),
        ),
      )
    } catch (error) {
      fill(
        answer,
        error.name === 'AbortError' ? h('p', { class: 'hint', text: t('export.cancelled') }) : problemBox(error, t),
      )
    } finally {
      progress.stop()
      cancelButton.hidden = true
      submitButton.disabled = false
    }
  }

  openDialog(
    { title: t('export.title'), t, testid: 'export-dialog', onClose: () => stop() },
    h(
      'form',
      { class: 'stack', on: { submit } },
      field(t('export.collection'), collection),
      sizeField,
      kindField,
      field(t('export.system'), system, { hint: t('export.systemHint') }),
      field(t('export.where'), where),
      h('div', { class: 'two' }, field(t('period.from'), from), field(t('period.to'), to)),
      h(
        'details',
        { class: 'fold' },
        h('summary', { testid: 'export-more', text: t('export.more') }),
        h(
          'div',
          { class: 'stack' },
          field(t('period.boundaryDay'), boundary, { hint: t('period.boundaryHint') }),
          field(t('export.category'), category, { hint: t('export.categoryHint') }),
        ),
      ),
      answer,
      progress.element,
      h('div', { class: 'actions' }, cancelButton, submitButton),
    ),
  )
  fillSystems()
}
