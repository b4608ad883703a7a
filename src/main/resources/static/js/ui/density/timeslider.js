import { h } from '../dom.js'
import { icon } from '../icons.js'

const STEP_MS = 1200

/**
 * A slider over the steps of a period, with play. It stops at the end, and as soon as somebody moves it.
 * @param {{t: Function}} context @param {string[]} labels of the steps @param {(step: number) => void} onShow
 */
export function timeSlider({ t }, labels, onShow) {
  let timer = null
  const range = h('input', {
    type: 'range',
    min: '0',
    max: String(labels.length - 1),
    step: '1',
    value: '0',
    testid: 'time-range',
    'aria-label': t('density.slider'),
    on: {
      input() {
        stop()
        show(Number(range.value))
      },
    },
  })
  const play = h('button', { type: 'button', class: 'button', testid: 'time-play', on: { click: toggle } })
  const element = h('div', { class: 'time-slider' }, play, range)
  name()

  function show(step) {
    range.value = String(step)
    range.setAttribute('aria-valuetext', labels[step])
    onShow(step)
  }

  function name() {
    const running = timer !== null
    play.replaceChildren(icon(running ? 'pause' : 'play', 18), ` ${t(running ? 'density.pause' : 'density.play')}`)
    play.setAttribute('aria-pressed', String(running))
  }

  function stop() {
    clearInterval(timer)
    timer = null
    name()
  }

  function toggle() {
    if (timer !== null) return stop()
    show(Number(range.value) === labels.length - 1 ? 0 : Number(range.value))
    timer = setInterval(() => {
      const next = Number(range.value) + 1
      // Left for another page or question.
      if (next >= labels.length || !element.isConnected) return stop()
      show(next)
    }, STEP_MS)
    name()
  }

  return { element, show, stop }
}
