package app.regulars.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ProductRepository extends Repository<Product, UUID> {

    <P extends Product> List<P> saveAll(Iterable<P> products);

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

    @Query("select distinct p.handle from Variant v join v.product p where v.id in :ids")
    List<String> handlesOf(Collection<UUID> ids);

    @Query("select p.handle from Product p where p.status = app.regulars.catalog.Product.Status.PUBLISHED and p.popular = true order by p.publishedAt desc")
    List<String> popular(Limit limit);

    @Query("select p.handle from Product p where p.status = app.regulars.catalog.Product.Status.PUBLISHED order by p.publishedAt desc, p.handle")
    List<String> newest(Pageable page);

    @Query("""
            select p.handle from Product p where p.status = app.regulars.catalog.Product.Status.PUBLISHED
            and exists (select 1 from p.categories c where c.slug in :slugs) order by p.popular desc, p.nameEn, p.handle""")
    List<String> inCategories(Collection<String> slugs, Pageable page);

    @Query("""
            select count(p) from Product p where p.status = app.regulars.catalog.Product.Status.PUBLISHED
            and exists (select 1 from p.categories c where c.slug in :slugs)""")
    long countInCategories(Collection<String> slugs);

    @Query("select c.slug, p.id from Product p join p.categories c where p.status = app.regulars.catalog.Product.Status.PUBLISHED")
    List<Object[]> categoriesOfPublished();

    @Query("select count(p) from Product p where p.status = app.regulars.catalog.Product.Status.PUBLISHED")
    long countPublished();

    @Query("select count(p) from Product p")
    long countAll();

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
