import * as L from 'leaflet'
import { bboxOf, labelPoint } from '../model/geometry.js'
import { paintOf } from './patterns.js'

const LINE = { color: '#5d6b7a', weight: 1, opacity: 0.9 }
const COMMUNE_LINE = { color: '#39495a', weight: 1.8, opacity: 0.85, fill: false }
const THIN_LINE = { color: '#7d8894', weight: 0.8, opacity: 0.8, fill: false, dashArray: '3 3' }

/**
 * Coloured areas with their names. One level carries the colour and takes the clicks; the other is drawn as lines.
 * @param {ReturnType<import('./mapview.js').createMapView>} view
 * @param {ReturnType<import('./labels.js').createLabelLayer>} labels
 * @param {{onSelect: (id: string, longitude: number, latitude: number) => void, onHover: (id: string|null) => void}} events
 */
export function createAreaLayer({ map }, labels, { onSelect, onHover }) {
  const renderers = { areas: L.svg({ pane: 'areas', padding: 0.3 }), over: L.svg({ pane: 'over', padding: 0.3 }) }
  const shapes = new Map()
  const hovers = window.matchMedia('(hover: hover)').matches
  let fills = null
  let lines = null
  let highlight = null
  let selectedId = null
  let selection = null

  function styleOf(feature, fillOf) {
    return { ...LINE, fill: true, fillColor: paintOf(fillOf(String(feature.id))), fillOpacity: 1 }
  }

  function describe(layer, feature, textOf) {
    const path = layer.getElement()
    if (!path) return
    const id = String(feature.id)
    path.setAttribute('data-feature-id', id)
    path.setAttribute('data-testid', `area-${id}`)
    path.setAttribute('role', 'img')
    path.setAttribute('aria-label', textOf(id))
  }

  function outline(id, style) {
    const feature = id && shapes.get(id)?.feature
    if (!feature) return null
    return L.geoJSON(feature, {
      pane: 'over',
      interactive: false,
      style: { renderer: renderers.over, fill: false, ...style },
    }).addTo(map)
  }

  return {
    /**
     * @param {object[]} features GeoJSON of the coloured level
     * @param {(id: string) => import('../model/palette.js').Fill} fillOf
     * @param {(id: string) => string} textOf name and figure, for the tooltip and for screen readers
     */
    setFills(features, fillOf, textOf) {
      fills?.remove()
      highlight?.remove()
      shapes.clear()
      fills = L.geoJSON(features, {
        pane: 'areas',
        style: (feature) => ({ renderer: renderers.areas, ...styleOf(feature, fillOf) }),
        onEachFeature(feature, layer) {
          const id = String(feature.id)
          shapes.set(id, { feature, layer })
          layer.on('click', (event) => {
            L.DomEvent.stopPropagation(event)
            onSelect(id, event.latlng.lng, event.latlng.lat)
          })
          layer.on('mouseover', () => onHover(id))
          layer.on('mouseout', () => onHover(null))
          layer.on('add', () => describe(layer, feature, textOf))
          // A finger does not hover: there the tip would stay and name whatever the map moves under it.
          if (hovers)
            layer.bindTooltip(() => tooltip(textOf(id)), {
              sticky: true,
              direction: 'top',
              className: 'area-tip',
              opacity: 1,
            })
        },
      }).addTo(map)
      this.select(selectedId)
    },
    /** @param {object[]} communes drawn as strong lines @param {object[]} areas drawn as thin lines */
    setLines(communes, areas) {
      lines?.remove()
      const drawn = (features, style) =>
        L.geoJSON(features, { pane: 'over', interactive: false, style: { renderer: renderers.over, ...style } })
      lines = L.layerGroup([drawn(areas, THIN_LINE), drawn(communes, COMMUNE_LINE)]).addTo(map)
    },
    /** @param {object[]} features @param {'commune'|'area'} style */
    setNames(group, features, style) {
      labels.setGroup(
        group,
        features.flatMap((feature) => nameOf(feature, style)),
      )
    },
    /** @param {string|null} id */
    select(id) {
      selectedId = id
      selection?.remove()
      selection = outline(id, { color: '#0b1f33', weight: 3.2, opacity: 1 })
    },
    /** @param {string|null} id */
    hover(id) {
      highlight?.remove()
      highlight = outline(id, { color: '#0b1f33', weight: 2.2, opacity: 0.75 })
    },
    /** @param {string} id @returns {number[]|null} west, south, east, north */
    bboxOf: (id) => (shapes.has(id) ? bboxOf(shapes.get(id).feature.geometry) : null),
  }
}

function tooltip(text) {
  const span = document.createElement('span')
  span.textContent = text
  return span
}

function nameOf(feature, style) {
  const point = feature.geometry && labelPoint(feature.geometry)
  if (!point) return []
  const box = bboxOf(feature.geometry)
  const base = {
    id: `${style}-${feature.id}`,
    longitude: point[0],
    latitude: point[1],
    style,
    widthDegrees: box[2] - box[0],
  }
  const { name, fullName } = feature.properties
  return style === 'commune'
    ? [{ ...base, text: name, rank: 10, minZoom: 9, maxZoom: 15.5 }]
    : [{ ...base, text: fullName ?? name, rank: 30, minZoom: 12.5 }]
}
