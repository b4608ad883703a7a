import * as L from 'leaflet'

/**
 * Where the rows of a table would come to lie: rings, not the symbols of what is on record.
 * @param {ReturnType<import('./mapview.js').createMapView>} view
 * @param {{onSelect: (row: number) => void, textOf: (row: object) => string}} options
 */
export function createPreviewLayer({ map }, { onSelect, textOf }) {
  const group = L.layerGroup().addTo(map)
  return {
    /** @param {Array<{row: number, status: string, longitude: number, latitude: number}>} rows */
    set(rows) {
      group.clearLayers()
      for (const row of rows) {
        const marker = L.marker([row.latitude, row.longitude], {
          pane: 'mark',
          keyboard: false,
          icon: L.divIcon({
            className: `preview-point is-${row.status}`,
            html: `<span>${Number(row.row)}</span>`,
            iconSize: [26, 26],
          }),
        })
        marker.on('click', () => onSelect(row.row))
        marker.on('add', () => {
          const element = marker.getElement()
          element.setAttribute('role', 'img')
          element.setAttribute('aria-label', textOf(row))
          element.title = textOf(row)
        })
        group.addLayer(marker)
      }
    },
    clear: () => group.clearLayers(),
  }
}
