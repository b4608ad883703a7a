import * as L from 'leaflet'

const LOOKS = {
  added: { color: '#1b7a3d', dashArray: null },
  changed: { color: '#b35900', dashArray: '8 4' },
  unchanged: { color: '#6b7785', dashArray: null },
  ended: { color: '#5a3d8a', dashArray: '2 5' },
  refused: { color: '#b3261e', dashArray: '4 4' },
}

/**
 * Features of a file, and the outlines of how else it could be read.
 * @param {HTMLElement} element @param {{t: Function, onSelect: (number: number) => void}} options
 */
export function createImportMap(element, { t, onSelect }) {
  const map = L.map(element, { attributionControl: false, zoomControl: false, zoomAnimation: false, fadeAnimation: false })
  L.control.zoom({ position: 'topright', zoomInTitle: t('map.zoomIn'), zoomOutTitle: t('map.zoomOut') }).addTo(map)
  const group = L.featureGroup().addTo(map)
  const outlines = new Map()
  let mark = null

  return {
    /** @param {object} look */
    show(look) {
      map.invalidateSize()
      group.clearLayers()
      outlines.clear()
      look.system.options.forEach((option, i) => {
        if (!option.outline || (i === 0 && !look.system.doubtful)) return
        const name = `${i + 1}. ${option.crs}${option.swapped ? ` · ${t('territory.swapped')}` : ''}`
        const outline = L.geoJSON(option.outline, { style: { color: i === 0 ? '#14324f' : '#0b57a4', weight: 2, dashArray: '6 6', fill: false } })
          // In doubt the names stand on the map; else they come with the pointer.
          .bindTooltip(name, { permanent: look.system.doubtful && i < 2, direction: i === 0 ? 'left' : 'right', className: 'import-outline-name' })
          .addTo(group)
        outlines.set(i, outline)
      })
      for (const area of look.areas) {
        if (!area.geometry) continue
        L.geoJSON(area.geometry, { style: { ...LOOKS[area.status], weight: area.lengthKm === null ? 2 : 4, fillOpacity: area.status === 'unchanged' ? 0.06 : 0.18 } })
          .bindTooltip(`${area.fullName} · ${t(`territory.status.${area.status}`)}`)
          .on('click', () => onSelect(area.number))
          .addTo(group)
      }
      map.fitBounds(group.getLayers().length ? group.getBounds() : [[8, 102], [24, 110]], { padding: [16, 16], animate: false })
    },
    /** Where a reading would put the file. @param {number} i of the look's system options */
    outline(i) {
      const outline = outlines.get(i)
      if (!outline) return
      map.fitBounds(outline.getBounds(), { padding: [24, 24], animate: false })
      outline.bringToFront().openTooltip()
      element.scrollIntoView({ block: 'nearest' })
    },
    /** @param {number} longitude @param {number} latitude */
    point(longitude, latitude) {
      mark?.remove()
      mark = L.circleMarker([latitude, longitude], { radius: 10, color: '#b3261e', weight: 3, fill: false }).addTo(map)
      map.setView([latitude, longitude], Math.max(map.getZoom(), 16), { animate: false })
    },
  }
}
