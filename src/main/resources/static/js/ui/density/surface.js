import { loadSurface } from '../../api/density.js'
import { createSurfaceLayer } from '../../map/surfacelayer.js'
import { CHOICES, filterOf } from '../../model/densityquestion.js'
import { surfaceFilePath, surfaceLegend, surfacePath } from '../../model/surface.js'
import { field, fill, h } from '../dom.js'
import { densityChoice } from './filter.js'
import { figureMap, loadGround, mapFrame, notes } from './parts.js'

/** Incidents per km² and year as a surface: the same place has the same colour at every zoom. */

const CLEAR = { key: 'clear', colour: 'transparent', ink: 'transparent', pattern: 'none', symbol: '' }
let map = null

export const surfaceView = { levels: ['residential-areas'], fields, show }

function fields(page) {
  const { t, question, change } = page
  const bandwidth = h(
    'select',
    { class: 'select', testid: 'density-bandwidthM', value: question.bandwidthM, on: { change: () => change({ bandwidthM: bandwidth.value }) } },
    h('option', { value: '', text: t('density.byRule') }),
    ['100', '200', '300', '500', '1000', '2000'].map((meters) => h('option', { value: meters, text: `${meters} m` })),
  )
  return [
    field(t('density.bandwidthM'), bandwidth, { hint: t('density.bandwidthHint') }),
    densityChoice(page, 'kernel', CHOICES.kernel, (kernel) => t(`density.kernel.${kernel}`)),
  ]
}

async function show(page, host, signal) {
  const { t, format, question, session } = page
  const filter = { ...filterOf(question), kernel: question.kernel, bandwidthM: question.bandwidthM || null }
  const [surface, ground] = await Promise.all([loadSurface(filter, { signal }), loadGround(page, null, signal)])
  const frame = mapFrame(t('density.surfaceMap', { period: format.period(surface) }))
  fill(
    host,
    h('p', { class: 'density-lead', testid: 'density-lead', text: surface.sentence }),
    frame.element,
    h(
      'figure',
      { class: 'density-legend', testid: 'density-legend' },
      h('figcaption', { text: t('density.surfaceLegend') }),
      h('ul', {}, surfaceLegend(surface).map(({ colour, label }) => h('li', {}, patch(colour), h('span', { text: label })))),
    ),
    session.rights.exportData &&
      h(
        'div',
        { class: 'table-actions' },
        h('a', { class: 'button', testid: 'surface-tif', href: surfacePath(filter, '.tif'), download: '', text: t('density.geotiff') }),
        ['gpkg', 'shp.zip'].map((ending) =>
          h('a', { class: 'button', testid: `surface-${ending}`, href: surfaceFilePath(filter, ending), download: '', text: t(`density.contours.${ending}`) }),
        ),
      ),
    notes(
      t('density.surfaceGrid', {
        cell: format.number(surface.cellSizeM, 0),
        crs: surface.crs,
        maximum: format.number(surface.maximum, 1),
      }),
      surface.source !== 'points' && t('density.surfaceFromAreas'),
      surface.leftOut.tooInexact + surface.leftOut.outside > 0 &&
        t('density.surfaceLeftOut', { used: format.count(surface.used), total: format.count(surface.total) }),
      surface.uncovered.length > 0 && t('density.surfaceUncovered', { names: surface.uncovered.slice(0, 5).map(({ fullName }) => fullName).join(', ') }),
      surface.restrictedExcluded && t('density.restricted'),
      t('legend.boundaryDay', { day: format.day(surface.boundaryDay) }),
    ),
  )
  map?.remove()
  map = figureMap(page, frame.map, ground.provinces)
  map.draw([], ground.communes, () => CLEAR, () => '', { names: false })
  createSurfaceLayer(map.view).show(filter, surface)
}

function patch(colour) {
  const sign = h('span', { class: 'surface-patch' })
  sign.style.backgroundColor = colour
  return sign
}
