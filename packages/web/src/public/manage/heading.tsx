import { useLayoutEffect, useRef, type ReactNode } from "react";

type HeadingProps = {
  readonly children?: ReactNode;
  readonly level?: 1 | 2;
  readonly id?: string;
};

/** The heading of a step; it takes the focus when the step appears. */
export function Heading({ children, level = 1, id }: HeadingProps) {
  const element = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => element.current?.focus(), []);
  const Tag = level === 1 ? "h1" : "h2";
  return (
    <Tag ref={element} tabIndex={-1} id={id} dir="auto">
      {children}
    </Tag>
  );
}
