/** A sentence, and the same one in English below it. */
export function TwoLanguages(props: { vi: string; en: string }) {
  return (
    <>
      <p className="rating-vi">{props.vi}</p>
      <p className="rating-en" lang="en">
        {props.en}
      </p>
    </>
  );
}
