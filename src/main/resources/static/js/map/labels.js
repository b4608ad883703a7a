import * as L from 'leaflet'
import { placeLabels } from '../model/placement.js'

/**
 * @typedef {object} MapLabel
 * @property {string} id
 * @property {number} longitude
 * @property {number} latitude
 * @property {string} text
 * @property {'province'|'commune'|'area'|'island'|'sea'} style
 * @property {number} rank lower is more important
 * @property {number} [minZoom]
 * @property {number} [maxZoom]
 * @property {number} [widthDegrees] the name shows only where the shape is about as wide as the name
 */

/** Fonts as in map.css, to know how wide a name will be. */
const FONTS = {
  province: '600 12px system-ui, sans-serif',
  commune: '600 12px system-ui, sans-serif',
  area: '500 11px system-ui, sans-serif',
  island: '600 12px system-ui, sans-serif',
  sea: 'italic 500 13px system-ui, sans-serif',
}
const WIDEST = { province: 140, commune: 120, area: 104, island: 130, sea: 140 }

/**
 * Names on the map; none covers another, important ones win. None shows half of itself beside a button of the map either, but
 * for the archipelagos, whose names nothing of that kind takes away.
 * @param {L.Map} map
 * @param {Element[]} [over] what else stands over the map, such as the legend
 */
export function createLabelLayer(map, over = []) {
  const groups = new Map()
  const shown = new Map()
  const pen = document.createElement('canvas').getContext('2d')
  const widths = new Map()
  let planned = null

  function widthOf(label) {
    const key = `${label.style}|${label.text}`
    if (!widths.has(key)) {
      pen.font = FONTS[label.style]
      widths.set(key, pen.measureText(label.text).width + 6)
    }
    return widths.get(key)
  }

  function boxOf(label) {
    const { x, y } = map.latLngToLayerPoint([label.latitude, label.longitude])
    const full = widthOf(label)
    const lines = Math.ceil(full / WIDEST[label.style])
    return {
      id: label.id,
      x,
      y,
      width: Math.min(full, WIDEST[label.style]),
      height: lines * 15,
      rank: label.rank,
      lasting: label.style === 'island',
    }
  }

  /** Where the map cannot be seen, in the pixels of its layers. */
  function covers() {
    const frame = map.getContainer().getBoundingClientRect()
    return [...map.getContainer().querySelectorAll('.leaflet-control'), ...over]
      .map((element) => element.getBoundingClientRect())
      .filter(({ width }) => width > 0)
      .map(({ left, top, width, height }) => {
        const { x, y } = map.containerPointToLayerPoint([left - frame.left + width / 2, top - frame.top + height / 2])
        return { x, y, width, height }
      })
  }

  function fits(label, zoom, bounds) {
    if (zoom < (label.minZoom ?? 0) || zoom > (label.maxZoom ?? 30)) return false
    if (!bounds.contains([label.latitude, label.longitude])) return false
    if (label.widthDegrees === undefined) return true
    const pixels = (label.widthDegrees / 360) * 256 * 2 ** zoom
    return Math.min(widthOf(label), WIDEST[label.style]) < pixels * 1.05
  }

  function draw() {
    const zoom = map.getZoom()
    const bounds = map.getBounds().pad(0.1)
    const labels = [...groups.values()].flat().filter((label) => fits(label, zoom, bounds))
    const accepted = placeLabels(labels.map(boxOf), covers())
    const known = new Map(labels.map((label) => [label.id, label]))
    for (const [id, { marker, label }] of shown) {
      const now = accepted.has(id) && known.get(id)
      if (now && now.text === label.text && now.style === label.style) continue
      marker.remove()
      shown.delete(id)
    }
    for (const label of labels) {
      if (accepted.has(label.id)) show(label)
    }
  }

  /** What is there already only moves: names come anew with every few tiles. */
  function show(label) {
    const { marker } = shown.get(label.id) ?? { marker: markerFor(label).addTo(map) }
    shown.set(label.id, { marker, label })
    const { lat, lng } = marker.getLatLng()
    if (lat !== label.latitude || lng !== label.longitude) marker.setLatLng([label.latitude, label.longitude])
  }

  function markerFor(label) {
    const name = document.createElement('span')
    name.textContent = label.text
    name.style.maxWidth = `${WIDEST[label.style]}px`
    const icon = L.divIcon({ className: `map-name map-name-${label.style}`, html: name, iconSize: [0, 0] })
    return L.marker([label.latitude, label.longitude], { icon, pane: 'names', interactive: false, keyboard: false })
  }

  /** In a task of its own: when a drag ends, much else wants to know. */
  function plan() {
    clearTimeout(planned)
    planned = setTimeout(draw)
  }

  map.on('moveend', plan)
  const resizes = new ResizeObserver(plan)
  over.forEach((element) => resizes.observe(element))
  return {
    /** @param {string} group @param {MapLabel[]} labels replaces the group's names */
    setGroup(group, labels) {
      groups.set(group, labels)
      draw()
    },
  }
}
