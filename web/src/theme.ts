import { createTheme, Notification, type MantineColorsTuple } from '@mantine/core';

const gold: MantineColorsTuple = [
  '#fdf6e3',
  '#f8eac4',
  '#f0d691',
  '#e8c25c',
  '#e0b13a',
  '#c4951f',
  '#a27913',
  '#84610c',
  '#694c08',
  '#503904',
];

/** The look of the console. The shades are such that text is legible in light and in dark (WCAG AA). */
export const theme = createTheme({
  colors: { gold },
  primaryColor: 'gold',
  primaryShade: 7,
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  components: {
    // The library dims the text too far for its ground, and leaves the button without a name.
    Notification: Notification.extend({
      defaultProps: { closeButtonProps: { 'aria-label': 'Close' } },
      styles: { description: { color: 'var(--mantine-color-text)' } },
    }),
  },
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
});
