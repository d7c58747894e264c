package app.regulars.inquiry;

import java.util.List;

/** An inquiry as its customer sees it: what was said, never what staff noted. @param rating hers, from 1 to 5, or null */
public record InquiryConversation(InquirySummary inquiry, List<PublicMessage> messages, Integer rating) {
}
