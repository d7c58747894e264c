-- words are looked for among what stands in the queue, or among what is done: the index has to know which
update search_document set facets = 'inquiry:open', version = version + 1 where kind = 'inquiry' and ref in (select concat(i.number, '#staff') from inquiry i where i.in_queue = true);
update search_document set facets = 'inquiry:done', version = version + 1 where kind = 'inquiry' and ref in (select concat(i.number, '#staff') from inquiry i where i.closed_at is not null);
