package app.regulars.inquiry;

import java.util.List;

/** An inquiry as its customer sees it: what was said, never what staff noted. */
public record InquiryConversation(InquirySummary inquiry, List<PublicMessage> messages) {
}
