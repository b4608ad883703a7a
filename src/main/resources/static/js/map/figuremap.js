import { bboxOf } from '../model/geometry.js'
import { createAreaLayer } from './arealayer.js'
import { drawBaseMap } from './basemap.js'
import { addHomeAndCredits } from './controls.js'
import { createLabelLayer } from './labels.js'
import { createMapView } from './mapview.js'
import { installPatterns } from './patterns.js'

/**
 * One map that shows figures of areas.
 * @param {HTMLElement} element
 * @param {{t: Function, provinces: object[], credits: () => HTMLElement, onSelect?: (id: string) => void}} options
 */
export function createFigureMap(element, { t, provinces, credits, onSelect = () => {} }) {
  installPatterns()
  let home = null
  let placing = null
  const view = createMapView(element, { t, still: true })
  const labels = createLabelLayer(view.map)
  drawBaseMap(view.map, labels, provinces, t)
  addHomeAndCredits(view.map, { homeLabel: t('map.home'), onHome: () => home && view.fit(home), credits: credits() })
  const layer = createAreaLayer(view, labels, {
    onSelect(id, longitude, latitude) {
      if (placing) return placing(longitude, latitude)
      layer.select(id)
      onSelect(id)
    },
    onHover: (id) => layer.hover(id),
  })

  view.onClick((longitude, latitude) => placing?.(longitude, latitude))

  return {
    view,
    /** While somebody draws, a click puts a corner instead of choosing an area. @param {((longitude: number, latitude: number) => void)|null} listener */
    onPlace(listener) {
      placing = listener
    },
    /**
     * @param {object[]} areas GeoJSON features @param {object[]} communes
     * @param {(id: string) => import('../model/palette.js').Fill} fillOf @param {(id: string) => string} textOf
     * @param {{names?: boolean, lines?: object[]}} [options] lines: thin outlines over a picture
     */
    draw(areas, communes, fillOf, textOf, { names = true, lines = [] } = {}) {
      const shapes = withId(areas)
      const outlines = withId(communes)
      layer.setFills(shapes, fillOf, textOf)
      layer.setLines(outlines, withId(lines))
      layer.setNames('communes', outlines, 'commune')
      layer.setNames('areas', names ? shapes : [], 'area')
      const boxes = [...outlines, ...shapes].map((feature) => feature.geometry && bboxOf(feature.geometry)).filter(Boolean)
      if (!boxes.length || home) return
      home = [
        Math.min(...boxes.map(([west]) => west)),
        Math.min(...boxes.map(([, south]) => south)),
        Math.max(...boxes.map(([, , east]) => east)),
        Math.max(...boxes.map(([, , , north]) => north)),
      ]
      view.fit(home)
    },
    select: (id) => layer.select(id),
    remove: () => view.map.remove(),
  }
}

const withId = (features) => features.map((feature) => ({ ...feature, id: String(feature.id ?? feature.properties.id) }))
