import * as L from 'leaflet'

const QUIET = { color: '#55636f', weight: 1.5, fillColor: '#8aa0b2', fillOpacity: 0.08, dashArray: null }
const CHOSEN = { color: '#0b57a4', weight: 3, fillColor: '#0b57a4', fillOpacity: 0.22, dashArray: null }
const OLD = { color: '#5a3d8a', weight: 2, fill: false, dashArray: '3 6' }
const NEW = ['#1b7a3d', '#b35900', '#0b57a4', '#8c1d18', '#5a3d8a']

/**
 * Areas to choose from, a line to draw, and what would become of them.
 * @param {HTMLElement} element
 * @param {{t: Function, onChoose: (id: number) => void, onLine: (places: number[][]) => void}} options
 */
export function createChangeMap(element, { t, onChoose, onLine }) {
  const map = L.map(element, { attributionControl: false, zoomControl: false, zoomAnimation: false, fadeAnimation: false, doubleClickZoom: false })
  L.control.zoom({ position: 'topright', zoomInTitle: t('map.zoomIn'), zoomOutTitle: t('map.zoomOut') }).addTo(map)
  const areas = L.featureGroup().addTo(map)
  const outcome = L.featureGroup().addTo(map)
  const drawn = L.featureGroup().addTo(map)
  const shapes = new Map()
  let drawing = false
  let places = []
  let mark = null

  map.on('click', ({ latlng }) => drawing && add(latlng))

  function add({ lng, lat }) {
    places.push([Number(lng.toFixed(7)), Number(lat.toFixed(7))])
    showLine()
    onLine(places)
  }

  function showLine() {
    drawn.clearLayers()
    const corners = places.map(([longitude, latitude]) => [latitude, longitude])
    if (corners.length > 1) L.polyline(corners, { color: '#b3261e', weight: 3 }).addTo(drawn)
    for (const corner of corners) L.circleMarker(corner, { radius: 5, color: '#b3261e', fillOpacity: 1 }).addTo(drawn)
  }

  return {
    /** @param {object[]} features GeoJSON */
    showAreas(features) {
      map.invalidateSize()
      shapes.clear()
      areas.clearLayers()
      outcome.clearLayers()
      for (const feature of features) {
        if (!feature.geometry) continue
        const layer = L.geoJSON(feature, { style: QUIET })
          .bindTooltip(feature.properties.fullName)
          .on('click', ({ latlng, originalEvent }) => {
            L.DomEvent.stopPropagation(originalEvent)
            if (drawing) add(latlng)
            else onChoose(feature.properties.id)
          })
          .addTo(areas)
        shapes.set(feature.properties.id, layer)
      }
      map.fitBounds(shapes.size ? areas.getBounds() : [[8, 102], [24, 110]], { padding: [16, 16], animate: false })
    },
    /** @param {number[]} ids */
    choose(ids) {
      shapes.forEach((layer, id) => layer.setStyle(ids.includes(id) ? CHOSEN : QUIET))
    },
    /** @param {boolean} on @param {string} hint for the pointer */
    draw(on) {
      drawing = on
      element.classList.toggle('is-drawing', on)
    },
    /** @param {object|null} shape GeoJSON geometry from a file */
    showShape(shape) {
      places = []
      drawn.clearLayers()
      if (shape) L.geoJSON(shape, { style: { color: '#b3261e', weight: 3, fillOpacity: 0.1 } }).addTo(drawn)
    },
    undo() {
      places = places.slice(0, -1)
      showLine()
      onLine(places)
    },
    /** @param {object|null} look */
    showOutcome(look) {
      outcome.clearLayers()
      mark?.remove()
      if (!look) return
      look.beginning.forEach((area, i) => {
        if (!area.geometry) return
        L.geoJSON(area.geometry, { style: { color: NEW[i % NEW.length], weight: 3, fillOpacity: 0.2 } })
          .bindTooltip(area.fullName, { permanent: true, direction: 'center', className: 'change-label' })
          .addTo(outcome)
      })
      for (const area of look.ending) if (area.geometry) L.geoJSON(area.geometry, { style: OLD, interactive: false }).addTo(outcome)
      if (outcome.getLayers().length) map.fitBounds(outcome.getBounds(), { padding: [24, 24], animate: false })
    },
    /** @param {number} longitude @param {number} latitude */
    point(longitude, latitude) {
      mark?.remove()
      mark = L.circleMarker([latitude, longitude], { radius: 10, color: '#b3261e', weight: 3, fill: false }).addTo(map)
      map.setView([latitude, longitude], Math.max(map.getZoom(), 15), { animate: false })
    },
  }
}
