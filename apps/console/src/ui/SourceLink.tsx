/** A link to a source, where its address is one of the web. It does not say where the reader comes from. */
export function SourceLink({ url, children }: { url: string | null | undefined; children: string }) {
  if (!url || !/^https?:\/\//i.test(url)) return <>{children}</>;
  return (
    <a href={url} rel="noreferrer" target="_blank">
      {children}
      <span className="hidden"> (opens in a new tab)</span>
    </a>
  );
}
