import { TABS } from '../model/urlstate.js'
import { byId, isPhone } from './dom.js'

const PANES = { map: 'pane-map', table: 'table', incidents: 'incidents' }

/**
 * Tabs beside the map. On a phone they are the bar at the bottom, and their content is a sheet that the current tab
 * opens and closes.
 */
export function createTabs({ onChange, onShown }) {
  const bar = byId('tabs')
  const sidebar = byId('sidebar')
  const buttons = new Map(TABS.map((tab) => [tab, bar.querySelector(`[data-tab="${tab}"]`)]))
  let current = null

  function openSheet(open) {
    sidebar.classList.toggle('is-open', open)
    onShown()
  }

  for (const [tab, button] of buttons) {
    button.addEventListener('click', () => {
      if (isPhone()) openSheet(!(tab === current && sidebar.classList.contains('is-open')))
      onChange(tab)
    })
  }
  bar.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const next = TABS[(TABS.indexOf(current) + step + TABS.length) % TABS.length]
    onChange(next)
    buttons.get(next).focus()
  })
  byId('map').addEventListener('pointerdown', () => isPhone() && openSheet(false))
  byId('sheet-close').addEventListener('click', () => openSheet(false))

  return {
    update({ tab }) {
      current = tab
      for (const [name, button] of buttons) {
        const chosen = name === tab
        button.setAttribute('aria-selected', String(chosen))
        button.tabIndex = chosen ? 0 : -1
        byId(PANES[name]).hidden = !chosen
      }
    },
  }
}
