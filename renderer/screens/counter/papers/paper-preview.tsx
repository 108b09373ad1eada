import { ArrowLeft, ArrowRight, Check, CornerUpLeft, Printer } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Brought } from '../../../../core/contract.ts';
import { ActionButton } from '../../../parts/action-button.tsx';
import { KeyCap } from '../key-cap.tsx';
import { useSay } from '../staff-text.tsx';
import { useShortcuts } from '../use-shortcuts.ts';
import type { PdfPages } from './pdf-pages.ts';
import { printPages, removePrinted } from './print-pages.ts';

export type DrawnPaper = Extract<Brought, { at: 'paper' }>;
type Opened = { at: 'loading' } | { at: 'open'; pages: PdfPages } | { at: 'failed' };

/** The paper as it will be printed, page by page, and the key that prints it. */
export function PaperPreview(props: {
  paper: DrawnPaper;
  name: string;
  /** A sentence above, such as that the dossier was accepted. */
  said: string | null;
  isResting: boolean;
  /** Told before the printer's dialog opens; nothing is printed unless it answers true. */
  issue: () => Promise<boolean>;
  /** `null` for what cannot be mended any more. */
  back: (() => void) | null;
  done: () => void;
}) {
  const say = useSay();
  const { paper, name } = props;
  const opened = useOpened(paper.pdf);
  const [page, setPage] = useState(1);
  const [isPrinting, setPrinting] = useState(false);
  // Not in the state, which arrives a render later: two presses would print twice.
  const isUnderWay = useRef(false);
  const count = opened.at === 'open' ? opened.pages.count : 1;
  // Also while it prints: a key that goes out takes the focus with it, and Esc would reach nothing.
  const canPrint = opened.at === 'open' && !props.isResting;

  async function print() {
    if (opened.at !== 'open' || !canPrint || isUnderWay.current) return;
    isUnderWay.current = true;
    setPrinting(true);
    try {
      if (await props.issue()) await printPages(opened.pages);
    } finally {
      isUnderWay.current = false;
      setPrinting(false);
    }
  }
  useShortcuts((key) => {
    if (key === 'F8') void print();
  }, true);
  useEffect(() => removePrinted, []);
  const side = useRef<HTMLDivElement>(null);
  const isOpen = opened.at === 'open';
  useEffect(() => {
    // Enter then prints: that is what the paper was drawn for.
    if (isOpen) side.current?.querySelector<HTMLElement>('.papers-main-key')?.focus();
  }, [isOpen]);

  return (
    <div className="papers-preview">
      <div className="papers-preview-side" ref={side}>
        {props.said !== null && (
          <p className="papers-said" role="status">
            {props.said}
          </p>
        )}
        <p className="papers-note">
          {paper.number} · {say('papers.preview.source', { decree: paper.decree })}
        </p>
        {paper.unconfirmed.length > 0 && (
          <p className="papers-unconfirmed">
            <strong>{say('papers.preview.unconfirmed')}</strong> {paper.unconfirmed.join('; ')}
          </p>
        )}
        <ActionButton
          tone="primary"
          icon={<Printer />}
          isDisabled={!canPrint}
          onPress={() => void print()}
          className="papers-main-key"
        >
          {say(isPrinting ? 'papers.preview.printing' : 'papers.preview.print')} <KeyCap>F8</KeyCap>
        </ActionButton>
        {props.back !== null && (
          <ActionButton icon={<CornerUpLeft />} onPress={props.back} className="papers-main-key">
            {say('papers.preview.back')}
          </ActionButton>
        )}
        <ActionButton icon={<Check />} onPress={props.done} className="papers-main-key">
          {say('papers.preview.done')}
        </ActionButton>
        <div className="papers-flip">
          <Button
            className="counter-small-key"
            aria-label={say('papers.preview.before')}
            isDisabled={page === 1}
            onPress={() => setPage(page - 1)}
          >
            <ArrowLeft aria-hidden="true" />
          </Button>
          <span role="status">
            {say('papers.preview.page', { page: String(page), pages: String(count) })}
          </span>
          <Button
            className="counter-small-key"
            aria-label={say('papers.preview.after')}
            isDisabled={page === count}
            onPress={() => setPage(page + 1)}
          >
            <ArrowRight aria-hidden="true" />
          </Button>
        </div>
        {paper.slip !== null && (
          <figure className="papers-slip" tabIndex={0} aria-label={say('papers.preview.slip')}>
            <figcaption>{say('papers.preview.slip')}</figcaption>
            <img src={paper.slip} alt={say('papers.preview.slipPicture')} />
          </figure>
        )}
      </div>
      {/* Focusable, so that it scrolls by keyboard too. */}
      <div className="papers-sheet-room" tabIndex={0} role="region" aria-label={name}>
        {opened.at === 'loading' && <p>{say('papers.preview.loading')}</p>}
        {opened.at === 'failed' && <p role="alert">{say('papers.preview.notDrawn')}</p>}
        {opened.at === 'open' && (
          <Sheet
            pages={opened.pages}
            page={page}
            label={say('papers.preview.picture', { name, page: String(page) })}
          />
        )}
      </div>
    </div>
  );
}

function Sheet(props: { pages: PdfPages; page: number; label: string }) {
  const { pages, page } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    const { current } = canvas;
    if (current === null) return undefined;
    let isOver = false;
    const width = Math.round(current.clientWidth * Math.max(1, window.devicePixelRatio));
    void pages.draw(page, current, width).then(() => {
      if (!isOver) setDrawn(page);
    });
    return () => {
      isOver = true;
    };
  }, [pages, page]);
  return (
    <canvas
      ref={canvas}
      className="papers-sheet"
      role="img"
      aria-label={props.label}
      data-page={drawn === page ? page : undefined}
    />
  );
}

/** The library that reads PDF is large and wanted here only: it comes when a paper does. */
function useOpened(pdf: string): Opened {
  const [opened, setOpened] = useState<{ pdf: string; is: Opened } | null>(null);
  useEffect(() => {
    let isOver = false;
    let pages: PdfPages | null = null;
    void (async () => {
      const { openPdf } = await import('./pdf-pages.ts');
      pages = await openPdf(pdf);
      if (isOver) pages.close();
      else setOpened({ pdf, is: { at: 'open', pages } });
    })().catch(() => {
      if (!isOver) setOpened({ pdf, is: { at: 'failed' } });
    });
    return () => {
      isOver = true;
      pages?.close();
    };
  }, [pdf]);
  return opened?.pdf === pdf ? opened.is : { at: 'loading' };
}
