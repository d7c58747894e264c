package app.regulars.platform.web;

import app.regulars.platform.shop.Shop;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who the shop is stands on every public page: where that changes, here or on another node, all of them are made anew. Every request
 * looks, at the cost of nothing most of the time, so that a node that only answers from memory sees the change as well.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class ShopOnPages extends OncePerRequestFilter {

    private final Shop shop;

    ShopOnPages(Shop shop, PublicCache cache) {
        this.shop = shop;
        shop.onChange(cache::changed);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        shop.name();
        chain.doFilter(request, response);
    }
}
