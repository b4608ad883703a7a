import * as L from 'leaflet'

/** Self-managed road segments: a light casing under a strong line, so that they are seen over any fill. */
export function createRoadLayer({ map }, { onSelect }) {
  const renderer = L.svg({ pane: 'roads', padding: 0.3 })
  let group = null
  let selectedId = null
  const layers = new Map()

  const styleOf = (id) => ({
    color: id === selectedId ? '#0b1f33' : '#a2480f',
    weight: id === selectedId ? 6 : 4,
    opacity: 1,
  })

  return {
    /** @param {object[]} features lines @param {(feature: object) => string} textOf */
    set(features, textOf) {
      group?.remove()
      layers.clear()
      const casing = L.geoJSON(features, {
        pane: 'roads',
        interactive: false,
        style: { renderer, color: '#ffffff', weight: 8, opacity: 0.9 },
      })
      const lines = L.geoJSON(features, {
        pane: 'roads',
        style: (feature) => ({ renderer, lineCap: 'round', ...styleOf(String(feature.id)) }),
        onEachFeature(feature, layer) {
          const id = String(feature.id)
          layers.set(id, layer)
          layer.on('add', () => {
            const path = layer.getElement()
            path?.setAttribute('data-road-id', id)
            path?.setAttribute('role', 'button')
            path?.setAttribute('tabindex', '0')
            path?.setAttribute('aria-label', textOf(feature))
            path?.addEventListener('keydown', (event) => event.key === 'Enter' && onSelect(id))
          })
          layer.on('click', (event) => {
            L.DomEvent.stopPropagation(event)
            onSelect(id, event.latlng.lng, event.latlng.lat)
          })
          const tip = document.createElement('span')
          tip.textContent = textOf(feature)
          layer.bindTooltip(tip, { sticky: true, direction: 'top', className: 'area-tip', opacity: 1 })
        },
      })
      group = L.layerGroup([casing, lines]).addTo(map)
    },
    select(id) {
      selectedId = id
      for (const [key, layer] of layers) layer.setStyle(styleOf(key))
    },
  }
}
