import { loadCategories } from '../api/incidents.js'
import { loadTables, lookAtTable, storeTable, takeTableBack } from '../api/incidenttables.js'
import { loadSystems } from '../api/territory.js'
import { createPreviewLayer } from '../map/previewlayer.js'
import { tableImport } from '../ui/tableimport.js'
import { textOf } from '../ui/messages.js'

/**
 * Tables of incidents: the panel beside the map, and the rows on the map while they are looked at.
 * @param {object} page t, format, store, panel, messages, view, place(), reload()
 */
export function createTableImport(page) {
  const { t, format, panel, messages, view } = page
  const preview = createPreviewLayer(view, { onSelect: reveal, textOf: (row) => t('table.row', { row: row.row }) })

  function reveal(row) {
    const item = panel.element.querySelector(`[data-table-row="${row}"]`)
    item?.scrollIntoView({ block: 'center' })
    item?.querySelector('button')?.focus({ preventScroll: true })
  }

  function showOnMap(look) {
    const placed = look?.rows.filter((row) => row.status !== 'error' && row.longitude !== null) ?? []
    preview.set(placed)
    if (!placed.length) return
    const [longitudes, latitudes] = [placed.map((row) => row.longitude), placed.map((row) => row.latitude)]
    view.fit([Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)], 16)
  }

  async function store(look) {
    const stored = await storeTable(look.importId, look.ready + look.unassigned)
    panel.close()
    messages.success(t('table.stored', { count: format.count(stored.count) }), {
      label: t('table.takeBack'),
      run: () => takeBack(look.importId),
    })
    await page.reload()
  }

  async function takeBack(importId) {
    try {
      const taken = await takeTableBack(importId)
      messages.success(t('table.takenBack', { count: format.count(taken.count) }))
      await page.reload()
    } catch (error) {
      messages.error(textOf(error, t))
    }
  }

  return {
    async start() {
      const names = new Map()
      try {
        for (const category of await loadCategories()) names.set(category.code, category.name)
      } catch (error) {
        return messages.error(textOf(error, t))
      }
      panel.show(
        { kind: 'table', title: t('table.title'), focus: true },
        tableImport({
          t,
          format,
          placeSystem: page.place()?.projectedCrs ?? null,
          loadSystems,
          look: lookAtTable,
          categoryName: (code) => names.get(code) ?? code,
          onLook: showOnMap,
          onRow: (row) => view.centre(row.longitude, row.latitude, Math.max(view.getView().zoom, 16)),
          onStore: store,
          loadPast: loadTables,
          async takeBack(importId) {
            await takeTableBack(importId)
            await page.reload()
          },
          onCancel: () => panel.close(),
        }),
      )
    },
    /** The panel was closed: the rings have no meaning any more. */
    stop: () => preview.clear(),
  }
}
