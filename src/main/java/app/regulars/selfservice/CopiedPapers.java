package app.regulars.selfservice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Counts the copies of papers that customers take: files, not pages, so that no live page tells of them. */
@Component
class CopiedPapers implements WebMvcConfigurer, HandlerInterceptor {

    private final Walks walks;

    CopiedPapers(Walks walks) {
        this.walks = walks;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(Flow.INVOICE.steps().getFirst().pages());
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, Exception failed) {
        if (failed == null && response.getStatus() == HttpServletResponse.SC_OK && "GET".equals(request.getMethod())) {
            walks.copied(request.getSession(false), request.getRequestURI());
        }
    }
}
