import { takeDrawingBack } from '../api/drawings.js'
import { textOf } from '../ui/messages.js'

/**
 * What follows once a drawing is stored: the map shows it, and it can be taken back.
 * @param {object} page t, format, messages, loader, store, reload(), getData()
 * @param {{onChanged: () => void}} options onChanged: borders beside are others now
 */
export function createDrawSaved(page, { onChanged }) {
  const { t, format, messages } = page

  /** @param {object} saved the server's answer */
  async function takeBack(saved) {
    await takeDrawingBack(saved.id)
    messages.success(t('draw.takenBack', { name: saved.name }))
    page.loader.forgetShapes()
    page.store.set({ selected: null })
    onChanged()
    await page.reload()
  }

  async function takeBackFromMessage(saved) {
    try {
      await takeBack(saved)
    } catch (error) {
      messages.error(textOf(error, t))
      if (error.name !== 'ApiProblem') throw error
    }
  }

  return {
    takeBack,
    /** Tells of it and shows it, on a later day than the one on view where it would not be seen else. */
    async show(saved) {
      page.loader.forgetShapes()
      messages.success(t('draw.saved', { name: saved.name, day: format.day(saved.validFrom) }), {
        label: t('draw.takeBack'),
        run: () => takeBackFromMessage(saved),
      })
      const shown = page.getData()?.boundaryDay
      const selected = `${saved.kind}:${saved.begun[0]}`
      if (shown && shown < saved.validFrom) return page.store.set({ day: saved.validFrom, selected })
      await page.reload()
      page.store.set({ selected })
    },
  }
}
