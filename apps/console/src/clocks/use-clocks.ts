import { useSearch } from '@tanstack/react-router';
import { type ClockPoint, clocksOf } from './clocks.js';

/** The clocks of the page, from its address. Links hand them on. */
export const useClocks = (): ClockPoint => clocksOf(useSearch({ strict: false }));
