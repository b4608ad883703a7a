import * as L from 'leaflet'

/** North arrow; the map is never turned. */
export function addNorth(map, label) {
  const control = L.control({ position: 'topright' })
  control.onAdd = () => {
    const box = L.DomUtil.create('div', 'north')
    box.setAttribute('role', 'img')
    box.setAttribute('aria-label', label)
    box.innerHTML =
      '<svg viewBox="0 0 24 34" width="22" height="31" aria-hidden="true"><path d="M12 10L19 32L12 27.5L5 32Z" fill="none" stroke="currentColor" stroke-width="1.2" stroke-linejoin="round"/><path d="M12 10L12 27.5L5 32Z" fill="currentColor"/><text x="12" y="7.6" text-anchor="middle" font-size="9" font-weight="700" fill="currentColor">N</text></svg>'
    return box
  }
  control.addTo(map)
}

/**
 * Home button, credits and scale. The credits stand in the corner where every map has them; details open on demand.
 * @param {L.Map} map
 * @param {{homeLabel: string, onHome: () => void, credits: HTMLElement}} options
 */
export function addHomeAndCredits(map, { homeLabel, onHome, credits }) {
  const home = L.control({ position: 'topright' })
  home.onAdd = () => {
    const bar = L.DomUtil.create('div', 'leaflet-bar')
    const button = L.DomUtil.create('button', 'home-button', bar)
    button.type = 'button'
    button.title = homeLabel
    button.setAttribute('aria-label', homeLabel)
    button.innerHTML =
      '<svg viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" aria-hidden="true"><path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5"/></svg>'
    L.DomEvent.disableClickPropagation(bar)
    button.addEventListener('click', onHome)
    return bar
  }
  home.addTo(map)

  const attribution = L.control({ position: 'bottomright' })
  attribution.onAdd = () => {
    L.DomEvent.disableClickPropagation(credits)
    L.DomEvent.disableScrollPropagation(credits)
    return credits
  }
  attribution.addTo(map)
  L.control.scale({ position: 'bottomright', imperial: false, maxWidth: 90, updateWhenIdle: true }).addTo(map)
}
