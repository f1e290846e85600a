/** A headline without the title of its story, which stands above it: "Tariff truce in force". May be empty. */
export function headlineUnder(title: string, headline: string): string {
  if (headline === title) return '';
  const rest = headline.startsWith(`${title}: `) ? headline.slice(title.length + 2) : headline;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
