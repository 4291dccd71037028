/** Attributes of <egov-figure> that are its own, or any element's: a key of that name can't be told by one. */
export const OWN_ATTRIBUTES = /^(figure|src|label|heights|headline|lang|class|id|style|slot|hidden|dir|tabindex|role|title|part|data-.*|aria-.*|on.*)$/;
