import { fill, h } from './dom.js'
import { problemBox } from './messages.js'

/**
 * Drawings that were stored, newest first; whoever stored one can take it back, after a second press.
 * @param {{t: Function, format: object, load: () => Promise<object[]>, onTakeBack: (drawing: object) => Promise<void>}} options
 */
export function drawPast({ t, format, load, onTakeBack }) {
  const list = h('div', { class: 'draw-past-list' })
  const details = h(
    'details',
    { class: 'fold', testid: 'draw-past', on: { toggle: () => details.open && show() } },
    h('summary', { text: t('draw.past') }),
    list,
  )

  async function show() {
    fill(list, h('p', { class: 'muted', text: t('common.loading') }))
    try {
      const drawings = await load()
      fill(list, drawings.length ? h('ul', { class: 'draw-past-items' }, drawings.map(line)) : h('p', { class: 'muted', text: t('draw.past.none') }))
    } catch (error) {
      fill(list, problemBox(error, t, show))
      if (error.name !== 'ApiProblem') throw error
    }
  }

  function line(drawing) {
    const said = h('div')
    const takeBack = h('button', {
      type: 'button',
      class: 'button button-small',
      testid: 'draw-past-back',
      text: t('draw.takeBack'),
      on: { click: press },
    })
    let sure = false

    async function press() {
      if (!sure) {
        sure = true
        takeBack.textContent = t('draw.takeBackSure')
        takeBack.classList.add('button-danger')
        return
      }
      takeBack.disabled = true
      try {
        await onTakeBack(drawing)
        await show()
      } catch (error) {
        takeBack.disabled = false
        fill(said, problemBox(error, t))
        if (error.name !== 'ApiProblem') throw error
      }
    }

    return h(
      'li',
      {},
      h('p', {}, h('strong', { text: drawing.name }), ` · ${drawing.commune}`),
      h('p', {
        class: 'muted',
        text: t('draw.past.line', {
          day: format.day(drawing.validFrom),
          who: drawing.createdBy,
          time: format.instant(drawing.createdAt),
          reason: drawing.reason,
        }),
      }),
      drawing.state === 'taken-back' && h('p', { class: 'muted', text: t('draw.past.takenBack') }),
      drawing.mayTakeBack && takeBack,
      said,
    )
  }

  return details
}
