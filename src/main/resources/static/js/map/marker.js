import * as L from 'leaflet'

const PIN =
  '<svg viewBox="0 0 36 48" width="36" height="48" aria-hidden="true" focusable="false"><path d="M18 1.5C8.9 1.5 1.5 8.8 1.5 17.8 1.5 30 18 46.5 18 46.5S34.5 30 34.5 17.8C34.5 8.8 27.1 1.5 18 1.5Z" fill="#b42318" stroke="#fff" stroke-width="2.5"/><circle cx="18" cy="17.5" r="6" fill="#fff"/></svg>'

/**
 * The place being marked: a pin that can be dragged, or moved with the arrow keys, and the circle of a phone's accuracy.
 * @param {ReturnType<import('./mapview.js').createMapView>} view
 * @param {{label: string, onMoved: (longitude: number, latitude: number) => void}} options
 */
export function createPin({ map }, { label, onMoved }) {
  let marker = null
  let circle = null

  const report = () => {
    circle?.remove()
    const { lng, lat } = marker.getLatLng()
    onMoved(lng, lat)
  }

  function onKey(event) {
    const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    event.stopPropagation()
    const pixels = event.shiftKey ? 20 : 4
    marker.setLatLng(
      map.layerPointToLatLng(map.latLngToLayerPoint(marker.getLatLng()).add([step[0] * pixels, step[1] * pixels])),
    )
    report()
  }

  return {
    /** @param {number} [accuracyMeters] radius of the circle */
    place(longitude, latitude, accuracyMeters) {
      circle?.remove()
      if (marker) marker.setLatLng([latitude, longitude])
      else {
        const icon = L.divIcon({ className: 'mark-pin', html: PIN, iconSize: [36, 48], iconAnchor: [18, 46] })
        marker = L.marker([latitude, longitude], { icon, draggable: true, autoPan: true, pane: 'mark' }).addTo(map)
        marker.on('dragend', report)
        const element = marker.getElement()
        element.setAttribute('aria-label', label)
        element.setAttribute('data-testid', 'mark-pin')
        element.addEventListener('keydown', onKey)
      }
      if (accuracyMeters) {
        circle = L.circle([latitude, longitude], {
          radius: accuracyMeters,
          pane: 'over',
          interactive: false,
          color: '#1f5fa8',
          weight: 1.5,
          fillColor: '#1f5fa8',
          fillOpacity: 0.15,
        }).addTo(map)
      }
    },
    /** The arrow keys move it from here. */
    focus: () => marker?.getElement().focus({ preventScroll: true }),
    /** @returns {[number, number]} longitude, latitude */
    position() {
      const { lng, lat } = marker.getLatLng()
      return [lng, lat]
    },
    remove() {
      marker?.remove()
      circle?.remove()
      marker = null
    },
  }
}
