package app.regulars.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Lists for the shop name whom they are for: published products that are for everybody, or for one of these groups. */
interface ProductRepository extends Repository<Product, UUID> {

    String SHOWN = "p.status = app.regulars.catalog.Product.Status.PUBLISHED and (p.limited = false or exists (select 1 from p.groups g where g in :groups))";

    <P extends Product> List<P> saveAll(Iterable<P> products);

    Optional<Product> findById(UUID id);

    Optional<Product> findByHandle(String handle);

    List<Product> findByHandleIn(Collection<String> handles);

    @Query("select v from Variant v join fetch v.product where v.id in :ids")
    List<Variant> variants(Collection<UUID> ids);

    @Query("select v from Variant v join fetch v.product where v.sku = :sku")
    Optional<Variant> variantBySku(String sku);

    @Query("select v.sku, v.id from Variant v where v.sku in :skus")
    List<Object[]> idsBySku(Collection<String> skus);

    @Query("select count(p) from Product p")
    long countEverything();

    @Query("select p.id, p.handle from Product p where p.id in :ids")
    List<Object[]> handlesById(Collection<UUID> ids);

    @Query("select v.id from Variant v where v.product.id = :product")
    List<UUID> variantsOf(UUID product);

    @Query("select distinct p.handle from Variant v join v.product p where v.id in :ids")
    List<String> handlesOf(Collection<UUID> ids);

    @Query("select p.handle from Product p where " + SHOWN + " and p.popular = true order by p.publishedAt desc")
    List<String> popular(Collection<UUID> groups, Limit limit);

    @Query("select p.handle from Product p where " + SHOWN + " order by p.publishedAt desc, p.handle")
    List<String> newest(Collection<UUID> groups, Pageable page);

    @Query("select p.handle from Product p where " + SHOWN + """
             and exists (select 1 from p.categories c where c.slug in :slugs) order by p.popular desc, p.nameEn, p.handle""")
    List<String> inCategories(Collection<String> slugs, Collection<UUID> groups, Pageable page);

    @Query("select p.handle from Product p where p.handle in :handles order by p.popular desc, p.nameEn, p.handle")
    List<String> inOrder(Collection<String> handles);

    /** Of those that everybody sees. */
    @Query("""
            select c.slug, p.id from Product p join p.categories c
            where p.status = app.regulars.catalog.Product.Status.PUBLISHED and p.limited = false""")
    List<Object[]> categoriesOfPublished();

    /** Of those that only some groups see: the slug, the product, and one of its groups. */
    @Query("""
            select c.slug, p.id, g from Product p join p.categories c join p.groups g
            where p.status = app.regulars.catalog.Product.Status.PUBLISHED and p.limited = true""")
    List<Object[]> categoriesOfLimited();

    @Query("select distinct g from Product p join p.groups g where p.limited = true")
    List<UUID> limitingGroups();

    @Query("select count(p) from Product p where " + SHOWN)
    long countPublished(Collection<UUID> groups);

    @Query(value = "select handle from product where content like :pattern order by handle", nativeQuery = true)
    List<String> showing(String pattern, Limit limit);

    @Query("select count(p) from Product p")
    long countAll();

    /** Those whose hour has come, to appear or to go. */
    @Query("""
            select p from Product p where p.status = app.regulars.catalog.Product.Status.SCHEDULED and p.publishedAt <= :now
            or p.status = app.regulars.catalog.Product.Status.PUBLISHED and p.retireAt <= :now order by p.id""")
    List<Product> due(Instant now, Limit limit);

    /** Published, with the variants: one row each. The product's id, its handle and name, what its page lacks, and one of its variants. */
    @Query("""
            select p.handle, p.nameEn, p.nameFr, p.gaps, v.id from Product p left join Variant v on v.product = p and v.retired = false
            where p.status = app.regulars.catalog.Product.Status.PUBLISHED order by p.nameEn, p.handle""")
    List<Object[]> completeness();

    @Query("""
            select new app.regulars.catalog.ProductRow(new app.regulars.catalog.ProductId(p.id), p.handle, p.nameEn, cast(p.status as string), p.publishedAt,
            (select count(v) from Variant v where v.product = p and v.retired = false)) from Product p
            where lower(p.nameEn) like :pattern or p.handle like :pattern
            or exists (select 1 from Variant v where v.product = p and lower(v.sku) like :pattern) order by p.nameEn, p.handle""")
    List<ProductRow> rows(String pattern, Pageable page);

    @Query("""
            select count(p) from Product p where lower(p.nameEn) like :pattern or p.handle like :pattern
            or exists (select 1 from Variant v where v.product = p and lower(v.sku) like :pattern)""")
    long countRows(String pattern);
}
